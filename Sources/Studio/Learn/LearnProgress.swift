package import Training

/// How far a training is.
package struct LearnProgress: Equatable, Sendable {
  /// What is known from the beginning.
  package var trainingCount = 0
  package var validationCount = 0
  package var stepsPerEpoch = 1
  package var epochs = 1
  /// The newest batch; nil before the first.
  package var batch: TrainingEvent.Batch?
  package var history = History()
  package var curve = BatchCurve()
  /// In the last moments; nil while it rests.
  package var imagesPerSecond: Double?
  /// Pictures of one step.
  package var batchSize = 1

  /// The epoch that runs or comes next, 0-based, and how many batches of it are done.
  package var epoch: Int { history.epochs }
  package var step: Int { batch.map { $0.epoch == history.epochs ? $0.step : 0 } ?? 0 }
  /// Whether nothing has been learned yet.
  package var isAtStart: Bool { epoch == 0 && step == 0 }

  /// How much of all epochs is done, 0…1.
  var share: Double { (Double(epoch) + Double(step) / Double(max(1, stepsPerEpoch))) / Double(max(1, epochs)) }

  /// Seconds of training that are left at most, at the present speed.
  package var secondsLeft: Double? {
    guard let imagesPerSecond, imagesPerSecond > 0 else { return nil }
    let steps = max(0, (epochs - epoch) * stepsPerEpoch - step)
    return Double(steps * batchSize) / imagesPerSecond
  }
}
