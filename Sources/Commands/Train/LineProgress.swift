import NeuralNet
import Training

/// Tells of training in a line for each epoch, and on a terminal in one that moves.
final class LineProgress: ProgressListener {
  private let console: Console
  private let text: ProgressText
  private let isMoving: Bool
  private let network: NetworkChoice
  private let precision: String
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant

  /// Tells of the run that `plan` describes.
  init(_ plan: TrainPlan, _ console: Console, isMoving: Bool) {
    self.console = console
    self.isMoving = isMoving
    network = plan.network
    precision = plan.options.precision.rawValue
    text = ProgressText(epochs: plan.options.epochs, batch: plan.options.batch, hasColor: isMoving && console.hasColor)
    last = clock.now
  }

  func hear(_ event: TrainingEvent) {
    switch event {
    case .started(let start): console.note(heading(start))
    case .batch(let batch):
      // Ten times a second is as much as an eye can follow.
      guard isMoving, last.duration(to: clock.now) >= .milliseconds(100) else { return }
      last = clock.now
      console.showStatus(text.moving(batch, columns: console.columns))
    case .epoch(let epoch): console.note(text.finished(epoch))
    }
  }

  private func heading(_ start: TrainingEvent.Start) -> String {
    let parameters = DecimalText.grouped(network.spec.parameterCount)
    let validation =
      start.validationCount > 0 ? ", \(DecimalText.grouped(start.validationCount)) to validate" : ", none to validate"
    let resumed = start.firstEpoch > 0 ? "; going on after epoch \(start.firstEpoch)" : ""
    return "\(network.name): \(parameters) parameters, \(precision); "
      + "\(DecimalText.grouped(start.trainingCount)) digits to train\(validation)\(resumed)"
  }
}
