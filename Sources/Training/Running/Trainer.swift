import DigitData
public import NeuralNet

/// Trains one network and tells a listener about it; prints nothing, draws nothing.
///
/// Everything random depends on the seed, the epoch and the step alone, so that a run that was interrupted and resumed
/// ends with the same bytes as one that was not.
public final class Trainer {
  public let options: TrainingOptions
  public let spec: ModelSpec
  private let pictures: TrainingSet
  /// Where checkpoints go; nil keeps none.
  private let checkpointPath: String?
  private let session: TrainingSession
  private let feed: BatchFeed
  private var progress: TrainingProgress
  private let clock = ContinuousClock()

  /// Prepares a run from the beginning, or from `checkpoint`.
  public init(
    _ options: TrainingOptions, spec: ModelSpec, name: String, set: TrainingSet, checkpointPath: String? = nil,
    resuming checkpoint: Checkpoint? = nil
  ) throws(TrainingError) {
    self.options = options
    self.spec = spec
    pictures = set
    self.checkpointPath = checkpointPath
    guard spec.input.count == 784 else { throw .notForDigits(reason: "its input is \(spec.input), not 28×28×1") }
    guard spec.output == .vector(10) else { throw .notForDigits(reason: "its output is \(spec.output), not 10") }
    guard !pictures.split.training.isEmpty else { throw .noPictures }
    let model =
      checkpoint?.state.model
      ?? Model(initializing: spec, metadata: ModelMetadata(name: name), seed: options.seed)
    var configuration = TrainingSession.Configuration()
    configuration.batch = min(options.batch, pictures.split.training.count)
    configuration.precision = options.precision
    configuration.team = Team(threads: options.threads)
    configuration.seed = options.seed
    configuration.optimizer = options.optimizerSettings
    configuration.weightDecay = options.weightDecay
    configuration.clipNorm = options.clipNorm
    configuration.averageDecay = options.ema
    progress = checkpoint?.progress ?? TrainingProgress()
    do throws(KernelError) {
      session = try TrainingSession(model, configuration)
      if let checkpoint { try session.restore(checkpoint.state) }
    } catch {
      throw .kernel(error)
    }
    feed = BatchFeed(set, options: options, metadata: model.metadata, session: session)
    progress.best = checkpoint?.best
  }

  /// Batches of an epoch; pictures that do not fill the last one wait for the next epoch's shuffle.
  public var stepsPerEpoch: Int { feed.stepsPerEpoch }

  /// Trains until it is done or the listener stops it; after that it goes on where it was when called again.
  public func run(
    onEvent: (TrainingEvent) -> TrainingEvent.Answer
  ) throws(TrainingError) -> TrainingOutcome {
    let begin = TrainingEvent.Start(
      trainingCount: pictures.split.training.count, validationCount: pictures.validation.count,
      stepsPerEpoch: stepsPerEpoch, firstEpoch: progress.epoch, epochs: options.epochs)
    _ = onEvent(.started(begin))
    let start = clock.now
    let secondsBefore = progress.seconds
    while progress.epoch < options.epochs {
      let reason = try runEpoch(onEvent: onEvent) {
        secondsBefore + start.duration(to: self.clock.now).seconds
      }
      if let reason { return try finish(reason) }
    }
    return try finish(.finished)
  }

  private func runEpoch(
    onEvent: (TrainingEvent) -> TrainingEvent.Answer, elapsed: () -> Double
  ) throws(TrainingError) -> TrainingOutcome.Reason? {
    let started = elapsed()
    let firstStep = progress.step
    feed.startEpoch(progress.epoch)
    let schedule = LearningRateSchedule(options, stepsPerEpoch: stepsPerEpoch)
    while progress.step < stepsPerEpoch {
      let rate = schedule.rate(atStep: progress.epoch * stepsPerEpoch + progress.step, factor: progress.plateau.factor)
      feed.fill(step: progress.step, epoch: progress.epoch)
      progress.add(session.step(learningRate: rate), rate: rate)
      guard progress.lossSum.isFinite else { return .diverged }
      progress.seconds = elapsed()
      let done = (progress.step - firstStep) * session.configuration.batch
      let event = progress.batchEvent(
        of: stepsPerEpoch, batch: session.configuration.batch,
        imagesPerSecond: Double(done) / max(elapsed() - started, 1e-9))
      if case .stop = onEvent(.batch(event)) {
        try save()
        return .interrupted
      }
      if let limit = options.maxSeconds, progress.seconds >= limit { break }
    }
    return try finishEpoch(
      firstStep: firstStep, seconds: elapsed() - started, onEvent: onEvent)
  }

  private func finishEpoch(
    firstStep: Int, seconds: Double, onEvent: (TrainingEvent) -> TrainingEvent.Answer
  ) throws(TrainingError) -> TrainingOutcome.Reason? {
    let images = (progress.step - firstStep) * session.configuration.batch
    let candidate = try snapshot()
    let validation = try validate(candidate)
    // Weights that answer with no numbers must not take the place of good ones.
    if let validation, !validation.loss.isFinite { return .diverged }
    let epoch = progress.finishEpoch(
      validation: validation, model: candidate, options: options, batch: session.configuration.batch)
    let event = TrainingEvent.Epoch(
      epoch: epoch.index, epochs: options.epochs, loss: epoch.loss, accuracy: epoch.accuracy,
      validationLoss: validation?.loss, validationAccuracy: validation?.accuracy, learningRate: epoch.rate,
      imagesPerSecond: Double(images) / max(seconds, 1e-9), seconds: seconds, isBest: epoch.isBest)
    try save()
    if case .stop = onEvent(.epoch(event)) { return .interrupted }
    return reasonToEnd
  }

  /// Why the run is at its end; nil while it is not, and in the middle of an epoch.
  public var reasonToEnd: TrainingOutcome.Reason? {
    guard progress.step == 0, progress.epoch > 0 else { return nil }
    if let limit = options.maxSeconds, progress.seconds >= limit { return .maxSeconds }
    let validated = progress.history.validationAccuracy.last
    if let target = options.targetAccuracy, let validated, validated >= target { return .targetAccuracy }
    if validated != nil, progress.epochsWithoutProgress >= options.patience { return .patience }
    return progress.epoch >= options.epochs ? .finished : nil
  }

  /// Where the run is in its epoch; nil at the beginning of one.
  public var lastBatch: TrainingEvent.Batch? {
    guard progress.step > 0 else { return nil }
    return progress.batchEvent(of: stepsPerEpoch, batch: session.configuration.batch, imagesPerSecond: 0)
  }

  /// Epochs that are done.
  public var history: History { progress.history }

  /// The network as it is now; a listener may ask for it in the middle of a run.
  public func currentModel() throws(TrainingError) -> Model {
    do throws(KernelError) { return try session.snapshot() } catch { throw .kernel(error) }
  }

  /// Everything needed to go on later; a listener may ask for it in the middle of a run.
  public func checkpoint() throws(TrainingError) -> Checkpoint {
    let state: TrainingState
    do throws(KernelError) { state = try session.state() } catch { throw .kernel(error) }
    return Checkpoint(options: options, state: state, progress: progress, best: progress.best)
  }

  /// The weights to be validated: averages, with their own batch statistics, where averages are kept.
  private func snapshot() throws(TrainingError) -> Model {
    do throws(KernelError) {
      guard options.ema != nil else { return try session.snapshot() }
      let epoch = progress.epoch
      return try session.averagedSnapshot(settlingOver: min(32, stepsPerEpoch)) { feed.fill(step: $0, epoch: epoch) }
    } catch {
      throw .kernel(error)
    }
  }

  private func validate(_ model: Model) throws(TrainingError) -> (loss: Double, accuracy: Double)? {
    guard !pictures.validation.labels.isEmpty else { return nil }
    let probabilities = try Evaluator(model, team: session.configuration.team).probabilities(of: pictures.validation)
    return Evaluator.score(probabilities, labels: pictures.validation.labels)
  }

  private func save() throws(TrainingError) {
    guard let checkpointPath else { return }
    let checkpoint = try checkpoint()
    do throws(FileError) { try checkpoint.write(to: checkpointPath) } catch { throw .file(error) }
  }

  /// What the run has come to, if it ends here.
  public func finish(_ reason: TrainingOutcome.Reason) throws(TrainingError) -> TrainingOutcome {
    do throws(KernelError) {
      let last = try session.snapshot()
      return TrainingOutcome(
        reason: reason, model: progress.best ?? last, history: progress.history, seconds: progress.seconds)
    } catch {
      throw .kernel(error)
    }
  }
}
