package import Training

/// Loss, accuracy and learning rate from the first batch on: each point is the mean of so many batches, and when there
/// are many points, of twice as many.
package struct BatchCurve: Equatable, Sendable {
  /// Batches of one point.
  package private(set) var stride = 1
  /// The points, as a history whose epochs they are.
  package private(set) var points = History()
  private var pending = Sums()
  private var before = Sums()

  private static let mostPoints = 240

  /// Sums over batches.
  private struct Sums: Equatable {
    var steps = 0
    var loss = 0.0
    var accuracy = 0.0
  }

  /// Nothing yet.
  package init() {}

  /// Takes the means of an epoch so far, after one more batch.
  mutating func add(_ batch: TrainingEvent.Batch) {
    let steps = Double(batch.step)
    let sums = Sums(steps: batch.step, loss: batch.loss * steps, accuracy: batch.accuracy * steps)
    if batch.step <= before.steps { before = Sums() }
    pending.steps += sums.steps - before.steps
    pending.loss += sums.loss - before.loss
    pending.accuracy += sums.accuracy - before.accuracy
    before = sums
    guard pending.steps >= stride else { return }
    points.loss.append(max(0, pending.loss / Double(pending.steps)))
    points.accuracy.append(min(1, max(0, pending.accuracy / Double(pending.steps))))
    points.learningRate.append(batch.learningRate)
    pending = Sums()
    if points.epochs > BatchCurve.mostPoints { halve() }
  }

  private mutating func halve() {
    stride *= 2
    points.loss = BatchCurve.means(of: points.loss)
    points.accuracy = BatchCurve.means(of: points.accuracy)
    let rates = points.learningRate
    points.learningRate = (0..<rates.count / 2).map { rates[2 * $0 + 1] }
  }

  /// The mean of each two neighbours.
  private static func means(of values: [Double]) -> [Double] {
    (0..<values.count / 2).map { index in
      let sum = values[2 * index] + values[2 * index + 1]
      return sum / 2
    }
  }
}
