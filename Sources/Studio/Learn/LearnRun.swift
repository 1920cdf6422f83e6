import DigitData
import NeuralNet
import Training

/// One run on the thread of a training: trainer, progress, and what was said of it last.
final class LearnRun {
  let plan: LearnPlan
  let pictures: RunPictures
  let trainer: Trainer
  private(set) var progress: LearnProgress
  /// Whether anything was learned since the run was begun or taken up.
  private(set) var hasMoved: Bool
  var isPlaying = false
  /// Why it is over; nil while it is not.
  var end: TrainingOutcome.Reason?
  var outcome: TrainingOutcome?
  private let clock = ContinuousClock()
  private var nextProgress: ContinuousClock.Instant
  private var nextModel: ContinuousClock.Instant
  /// When the speed was measured last, and batches since then.
  private var measured: ContinuousClock.Instant?
  private var batches = 0

  private static let betweenReports = Duration.milliseconds(125)
  private static let betweenModels = Duration.milliseconds(200)
  private static let betweenSpeeds = Duration.milliseconds(500)
  /// Looking takes no more than this part of the time.
  private static let mostLooking = 50

  /// A run from the beginning, or from `checkpoint`.
  init(_ plan: LearnPlan, pictures: RunPictures, from checkpoint: Checkpoint?) throws(TrainingError) {
    (self.plan, self.pictures) = (plan, pictures)
    trainer = try Trainer(
      plan.options, spec: plan.spec, name: plan.name, set: pictures.set, resuming: checkpoint)
    progress = LearnProgress()
    progress.trainingCount = pictures.set.split.training.count
    progress.validationCount = pictures.set.validation.count
    (progress.stepsPerEpoch, progress.epochs) = (trainer.stepsPerEpoch, plan.options.epochs)
    progress.batchSize = min(plan.options.batch, progress.trainingCount)
    progress.history = trainer.history
    progress.batch = trainer.lastBatch
    hasMoved = checkpoint != nil
    (nextProgress, nextModel) = (clock.now, clock.now)
  }

  /// Why it has come to its end; nil while it has not.
  var reasonToEnd: TrainingOutcome.Reason? { trainer.reasonToEnd }

  /// The network as it is now; nil where its weights are no numbers any more.
  var soundModel: Model? {
    guard let model = try? trainer.currentModel(), let last = model.tensors.last else { return nil }
    return last.values.allSatisfy(\.isFinite) ? model : nil
  }

  /// A batch is done.
  func take(_ batch: TrainingEvent.Batch) {
    hasMoved = true
    progress.batch = batch
    progress.curve.add(batch)
    batches += 1
    let now = clock.now
    guard let start = measured else { return (measured, batches) = (now, 0) }
    let time = start.duration(to: now)
    guard time >= LearnRun.betweenSpeeds else { return }
    progress.imagesPerSecond = Double(batches * progress.batchSize) / (time.milliseconds / 1e3)
    (measured, batches) = (now, 0)
  }

  /// An epoch is done.
  func finishEpoch() {
    progress.history = trainer.history
    // Validating is no training: the speed is measured anew.
    measured = nil
  }

  /// The progress where it stops.
  func rested() -> LearnProgress {
    measured = nil
    return progress
  }

  /// The progress, some times a second.
  var dueProgress: LearnProgress? {
    guard clock.now >= nextProgress else { return nil }
    nextProgress = clock.now + LearnRun.betweenReports
    return progress
  }

  /// The network, some times a second, and less often where that takes long; nil where it is no good any more.
  var dueModel: Model? {
    let start = clock.now
    guard start >= nextModel else { return nil }
    let model = soundModel
    let time = start.duration(to: clock.now)
    nextModel = clock.now + max(LearnRun.betweenModels, time * LearnRun.mostLooking)
    return model
  }
}
