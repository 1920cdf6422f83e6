public import DigitData
import Glibc
public import NeuralNet

/// Runs a model over many pictures.
public struct Evaluator {
  private static let batch = 64
  private let session: InferenceSession

  /// The model that is run.
  var model: Model { session.model }

  /// Prepares `model` for batches on `team`.
  public init(_ model: Model, team: Team = .everyCore) throws(TrainingError) {
    do throws(KernelError) {
      session = try InferenceSession(model, batch: Evaluator.batch, team: team)
    } catch {
      throw .kernel(error)
    }
  }

  /// Ten probabilities for each picture, one row after the other.
  public func probabilities(of digits: DigitSet) -> [Float] { numbers(of: digits) { $0.probabilities } ?? [] }

  /// The same in steps: `goesOn` hears after each batch how many pictures are done, and false ends it with nil.
  ///
  /// It is called on the calling thread.
  public func probabilities(of digits: DigitSet, goesOn: (Int) -> Bool) -> [Float]? {
    numbers(of: digits, from: { $0.probabilities }, goesOn: goesOn)
  }

  /// Ten logits for each picture, one row after the other: what the network says before temperature and softmax.
  public func logits(of digits: DigitSet) -> [Float] { numbers(of: digits) { $0.logits } ?? [] }

  private func numbers(
    of digits: DigitSet, from output: (InferenceSession) -> UnsafeBufferPointer<Float>,
    goesOn: (Int) -> Bool = { _ in true }
  ) -> [Float]? {
    var result: [Float] = []
    result.reserveCapacity(digits.count * 10)
    return digits.pixels.withUnsafeBufferPointer { pixels in
      guard let pixels = pixels.baseAddress else { return result }
      for start in stride(from: 0, to: digits.count, by: Evaluator.batch) {
        let rows = min(Evaluator.batch, digits.count - start)
        session.run(pixels + start * DigitSet.pixelCount, count: rows)
        result.append(contentsOf: output(session).prefix(rows * 10))
        guard goesOn(start + rows) else { return nil }
      }
      return result
    }
  }

  /// The whole evaluation on a labelled set.
  public func evaluate(_ digits: DigitSet) -> Evaluation {
    Evaluation(probabilities: probabilities(of: digits), labels: digits.labels)
  }

  /// Mean cross-entropy and accuracy alone.
  static func score(_ probabilities: [Float], labels: [UInt8]) -> (loss: Double, accuracy: Double) {
    var loss = 0.0
    var right = 0
    for (row, label) in labels.map(Int.init).enumerated() {
      let answer = probabilities[row * 10..<row * 10 + 10]
      loss -= Double(logf(max(answer[row * 10 + label], 1e-12)))
      if answer.indices.max(by: { answer[$0] < answer[$1] }) == row * 10 + label { right += 1 }
    }
    let count = Double(max(1, labels.count))
    return (loss / count, Double(right) / count)
  }
}
