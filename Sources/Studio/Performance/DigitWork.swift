import DigitData
import NeuralNet
import Synchronization
import Training

/// A reading of the test digits by a model, away from the main thread; it can be stopped at any moment.
final class DigitWork: Sendable {
  private let model: Model
  /// Where the model's files are.
  private let directory: String
  /// A folder that the user has chosen for the digits; nil: the usual places.
  private let folder: String?
  private let options: MNISTOptions
  private let isStopped = Atomic(false)

  /// Prepares what `run` does.
  init(_ model: Model, directory: String, folder: String?, options: MNISTOptions) {
    (self.model, self.directory, self.folder, self.options) = (model, directory, folder, options)
  }

  /// Has it end as soon as it can.
  func stop() { isStopped.store(true, ordering: .relaxed) }

  private var goesOn: Bool { !isStopped.load(ordering: .relaxed) }

  /// Finds or fetches the digits and asks the model about each; nil when it was stopped.
  ///
  /// `report` hears how far it has come, on the calling thread.
  func run(_ report: @escaping (DigitRun.Step) -> Void) -> Result<TestAnswers, DigitTrouble>? {
    let clock = ContinuousClock()
    let start = clock.now
    do {
      guard goesOn else { return nil }
      let mnist = try digits(report)
      guard goesOn, let shares = try probabilities(of: mnist.test, report) else { return nil }
      var answers = TestAnswers(
        test: mnist.test, probabilities: shares, training: mnist.training,
        source: mnist.isGenuine ? "MNIST" : mnist.directory,
        options: ModelFindings(directory: directory).configuration?.options ?? TrainingOptions())
      guard goesOn else { return nil }
      answers.time = start.duration(to: clock.now)
      return .success(answers)
    } catch {
      guard goesOn else { return nil }
      return .failure(DigitTrouble(after: error, canFetch: canFetch))
    }
  }

  /// Whether there is a cache that may be filled.
  private var canFetch: Bool {
    (try? DataLocation(environment: options.environment).origin) == .cache
  }

  private func digits(_ report: @escaping (DigitRun.Step) -> Void) throws -> MNIST {
    report(.reading)
    return try MNIST.load(
      from: folder, options: options, progress: Pacer.slowed { report(.fetching($0)) }, isCancelled: { !self.goesOn })
  }

  private func probabilities(of digits: DigitSet, _ report: (DigitRun.Step) -> Void) throws -> [Float]? {
    let clock = ContinuousClock()
    let evaluator = try Evaluator(model)
    let start = clock.now
    let pacer = Pacer()
    return evaluator.probabilities(of: digits) { done in
      if pacer.isDue {
        let seconds = start.duration(to: clock.now).milliseconds / 1e3
        report(.asking(done: done, count: digits.count, rate: Double(done) / max(seconds, 1e-6)))
      }
      return goesOn
    }
  }
}
