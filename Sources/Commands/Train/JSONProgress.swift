import Training

/// Tells of training as lines of JSON on standard output; of batches at most one each second.
final class JSONProgress: ProgressListener {
  private let console: Console
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant

  /// Writes to `console`.
  init(_ console: Console) {
    self.console = console
    last = clock.now
  }

  func hear(_ event: TrainingEvent) {
    switch event {
    case .started(let start): write(JSONProgress.line(start))
    case .batch(let batch):
      guard last.duration(to: clock.now) >= .seconds(1) else { return }
      last = clock.now
      write(JSONProgress.line(batch))
    case .epoch(let epoch): write(JSONProgress.line(epoch))
    }
  }

  func tell(_ summary: TrainSummary, in console: Console) { write(summary.line) }

  private func write(_ line: ProgressLine) { console.result(JSONLine.text(of: line)) }

  private static func line(_ start: TrainingEvent.Start) -> ProgressLine {
    var line = ProgressLine(event: "start")
    line.epoch = start.firstEpoch + 1
    line.epochs = start.epochs
    line.steps = start.stepsPerEpoch
    line.trainingCount = start.trainingCount
    line.validationCount = start.validationCount
    return line
  }

  private static func line(_ batch: TrainingEvent.Batch) -> ProgressLine {
    var line = ProgressLine(event: "batch")
    line.epoch = batch.epoch + 1
    line.step = batch.step
    line.steps = batch.stepsPerEpoch
    line.loss = batch.loss
    line.accuracy = batch.accuracy
    line.learningRate = batch.learningRate
    line.imagesPerSecond = batch.imagesPerSecond
    return line
  }

  private static func line(_ epoch: TrainingEvent.Epoch) -> ProgressLine {
    var line = ProgressLine(event: "epoch")
    line.epoch = epoch.epoch + 1
    line.epochs = epoch.epochs
    line.loss = epoch.loss
    line.accuracy = epoch.accuracy
    line.validationLoss = epoch.validationLoss
    line.validationAccuracy = epoch.validationAccuracy
    line.learningRate = epoch.learningRate
    line.imagesPerSecond = epoch.imagesPerSecond
    line.seconds = epoch.seconds
    line.best = epoch.isBest
    return line
  }
}
