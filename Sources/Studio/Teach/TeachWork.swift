import DigitData
import NeuralNet
import Synchronization
import Training

/// A lesson away from the main thread, from reading the training digits to a model directory; it can be stopped.
final class TeachWork: Sendable {
  /// Whose drawings are learned by which model.
  struct Order: Sendable {
    /// The model that is fitted, and what it is called.
    var model: Model
    var base: String
    var drawings: [PersonalDrawing]
    /// Where the result goes.
    var result: PersonalModel
    /// A folder that the user has chosen for the digits; nil: the usual places.
    var folder: String?
    var program: String
  }

  /// What came of it.
  struct Lesson: Sendable {
    var outcome: PersonalOutcome
    var heldBack: Set<String>
  }

  /// Why nothing was learned.
  struct Trouble: Error {
    let reason: String
  }

  private let order: Order
  /// Where the model is that another was fitted from; it is learned by that one again, not by what was fitted.
  private let origin: ModelDirectory?
  private let options: MNISTOptions
  private let isStopped = Atomic(false)

  /// Prepares what `run` does.
  init(_ order: Order, origin: ModelDirectory?, options: MNISTOptions) {
    (self.order, self.origin, self.options) = (order, origin, options)
  }

  /// Has it end as soon as it can.
  func stop() { isStopped.store(true, ordering: .relaxed) }

  private var goesOn: Bool { !isStopped.load(ordering: .relaxed) }

  /// Learns and writes the model; nil when it was stopped. `report` hears how far it has come, on the calling thread.
  func run(_ report: @escaping (TeachProgress) -> Void) -> Result<Lesson, Trouble>? {
    do {
      report(.preparing)
      let mnist = try digits(report)
      guard goesOn else { return nil }
      let drawings = InkSet(order.drawings.map(\.item))
      let split = PersonalSplit(drawings)
      let model = try origin.map { try Model.load(path: $0.weights) } ?? order.model
      let lesson = PersonalLesson(model, drawings: drawings, split: split, replay: mnist?.training, test: mnist?.test)
      let pacer = Pacer()
      let result = try lesson.run { step in
        if pacer.isDue { report(.lesson(step)) }
        return self.goesOn
      }
      guard let result, goesOn else { return nil }
      try order.result.write(result, base: order.base, program: order.program)
      return .success(Lesson(outcome: result.outcome, heldBack: Set(split.heldBack.map { order.drawings[$0].id })))
    } catch let error as FileError {
      return goesOn ? .failure(Trouble(reason: "Could not keep the model: \(error.reason)")) : nil
    } catch {
      return goesOn ? .failure(Trouble(reason: "Nothing was learned: \(error)")) : nil
    }
  }

  /// The digits of MNIST; nil where they are not on this computer and nobody has asked to download them.
  private func digits(_ report: @escaping (TeachProgress) -> Void) throws -> MNIST? {
    do throws(MNISTError) {
      return try MNIST.load(
        from: order.folder, options: options, progress: Pacer.slowed { report(.fetching($0)) },
        isCancelled: { !self.goesOn })
    } catch {
      switch error {
      case .offline, .missing, .noCacheDirectory: return nil
      default: throw Trouble(reason: DigitTrouble(after: error, canFetch: false).text)
      }
    }
  }
}
