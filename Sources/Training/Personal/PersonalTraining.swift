public import DigitData
public import NeuralNet

/// Fits a network that reads already to the hand of one person, in seconds, without forgetting how others write.
///
/// Each batch is the person's drawings, drawn anew with other pens, and more pictures that the network knows. The
/// same model, drawings and pictures give the same weights.
public struct PersonalTraining: Sendable {
  /// How it is learned: the first epoch is the only one.
  public var options: TrainingOptions
  /// Batches in all.
  public var steps: Int
  /// nil: the one that is quickest for the network.
  public var precision: Precision?

  /// Small steps, so that little is forgotten; `hasReplay` says whether there are pictures of others to mix in.
  public init(hasReplay: Bool) {
    options = TrainingOptions()
    options.epochs = 1
    options.batch = 64
    options.validation = 0
    options.optimizer = .adamw
    options.learningRate = hasReplay ? 2e-4 : 1e-4
    options.weightDecay = 0.01
    options.schedule = .cosine
    options.warmUp = 0.1
    options.ema = 0.98
    options.drawnShare = 0.3
    options.otherShare = 0.05
    options.inkAugmentation.variants = 0
    options.inkAugmentation.angular = 0
    steps = hasReplay ? 150 : 60
  }

  /// What came of learning.
  public struct Result: Sendable {
    public var model: Model
    public var history: History
    /// What was in force.
    public var options: TrainingOptions
  }

  /// Learns `drawings`, of which there is at least one digit, beside `replay`; without it only from the drawings.
  ///
  /// `goesOn` hears after each batch how many are done; false ends it with nil.
  public func run(
    _ model: Model, drawings: InkSet, replay: DigitSet?, goesOn: (Int) -> Bool
  ) throws(TrainingError) -> Result? {
    guard model.spec.input.count == DigitSet.pixelCount else {
      throw .notForDigits(reason: "its input is \(model.spec.input), not 28×28×1")
    }
    guard model.spec.output == .vector(10) else {
      throw .notForDigits(reason: "its output is \(model.spec.output), not 10")
    }
    let digits = drawings.digits
    guard !digits.items.isEmpty else { throw .noPictures }
    let options = options(for: model.spec)
    let pictures = self.pictures(from: replay ?? digits.framedDigits)
    let set = TrainingSet(
      pictures, drawings: digits, amounts: options.inkAugmentation, name: "", validation: 0, seed: options.seed)
    do throws(KernelError) {
      let session = try TrainingSession(model, PersonalTraining.configuration(options))
      let feed = BatchFeed(set, options: options, metadata: model.metadata, session: session)
      guard let history = learn(session, feed, options, goesOn) else { return nil }
      let learned = try session.averagedSnapshot(settlingOver: min(steps, PersonalTraining.settling)) {
        feed.fill(step: $0, epoch: 0)
      }
      return Result(model: learned, history: history, options: options)
    } catch {
      throw .kernel(error)
    }
  }

  /// Batches over which the statistics of batch normalisation settle afterwards.
  private static let settling = 32

  private func options(for spec: ModelSpec) -> TrainingOptions {
    var options = options
    options.arch = spec.text
    options.precision = precision ?? TrainingOptions.automaticPrecision(for: spec)
    return options
  }

  private static func configuration(_ options: TrainingOptions) -> TrainingSession.Configuration {
    var configuration = TrainingSession.Configuration()
    configuration.batch = options.batch
    configuration.precision = options.precision
    configuration.team = Team(threads: options.threads)
    configuration.seed = options.seed
    configuration.optimizer = options.optimizerSettings
    configuration.weightDecay = options.weightDecay
    configuration.averageDecay = options.ema
    return configuration
  }

  /// As many of `digits`, chosen at random, as all batches together take.
  private func pictures(from digits: DigitSet) -> DigitSet {
    let rows = BatchMix(batch: options.batch, options: options, hasInk: true).pictures
    var generator = SeededGenerator(seed: options.seed, stream: .sampling)
    return digits.subset(
      at: (0..<rows * steps).map { _ in Int(generator.next() >> 11) % digits.count })
  }

  private func learn(
    _ session: TrainingSession, _ feed: BatchFeed, _ options: TrainingOptions, _ goesOn: (Int) -> Bool
  ) -> History? {
    let schedule = LearningRateSchedule(options, stepsPerEpoch: steps)
    var (loss, correct, judged) = (0.0, 0, 0)
    feed.startEpoch(0)
    for step in 0..<steps {
      feed.fill(step: step, epoch: 0)
      let result = session.step(learningRate: schedule.rate(atStep: step))
      loss += result.loss
      correct += result.correct
      judged += result.judged
      guard goesOn(step + 1) else { return nil }
    }
    var history = History()
    history.loss = [loss / Double(steps * options.batch)]
    history.accuracy = [Double(correct) / Double(max(1, judged))]
    history.learningRate = [Double(options.learningRate)]
    return history
  }
}
