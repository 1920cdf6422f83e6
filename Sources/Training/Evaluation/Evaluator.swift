public import DigitData
import Glibc
public import NeuralNet

/// Runs a model over many pictures.
public struct Evaluator {
  private static let batch = 64
  private let session: InferenceSession

  /// Prepares `model` for batches on `team`.
  public init(_ model: Model, team: Team = .everyCore) throws(TrainingError) {
    do throws(KernelError) {
      session = try InferenceSession(model, batch: Evaluator.batch, team: team)
    } catch {
      throw .kernel(error)
    }
  }

  /// Ten probabilities for each of the pictures at `indices` (all of them where nil), one row after the other.
  public func probabilities(of digits: DigitSet, at indices: [Int]? = nil) -> [Float] {
    let count = indices?.count ?? digits.count
    var result: [Float] = []
    result.reserveCapacity(count * 10)
    var pixels = [UInt8](repeating: 0, count: Evaluator.batch * DigitSet.pixelCount)
    for start in stride(from: 0, to: count, by: Evaluator.batch) {
      let rows = min(Evaluator.batch, count - start)
      for row in 0..<rows {
        let index = (indices?[start + row] ?? start + row) * DigitSet.pixelCount
        pixels.replaceSubrange(
          row * DigitSet.pixelCount..<(row + 1) * DigitSet.pixelCount,
          with: digits.pixels[index..<index + DigitSet.pixelCount])
      }
      session.run(pixels, count: rows)
      result.append(contentsOf: session.probabilities.prefix(rows * 10))
    }
    return result
  }

  /// The whole evaluation on a labelled set.
  public func evaluate(_ digits: DigitSet) -> Evaluation {
    Evaluation(probabilities: probabilities(of: digits), labels: digits.labels)
  }

  /// Mean cross-entropy and accuracy alone.
  static func score(_ probabilities: [Float], labels: [UInt8], at indices: [Int]) -> (loss: Double, accuracy: Double) {
    var loss = 0.0
    var right = 0
    for (row, index) in indices.enumerated() {
      let answer = probabilities[row * 10..<row * 10 + 10]
      let label = Int(labels[index])
      loss -= Double(logf(max(answer[row * 10 + label], 1e-12)))
      if answer.indices.max(by: { answer[$0] < answer[$1] }) == row * 10 + label { right += 1 }
    }
    let count = Double(max(1, indices.count))
    return (loss / count, Double(right) / count)
  }
}
