import DigitData
import NeuralNet
import Testing
import Training

/// A set of pictures that are easy to tell apart: each digit has its own two bright rows, with noise.
func syntheticDigits(count: Int, seed: UInt64 = 1) -> DigitSet {
  var generator = SeededGenerator(seed: seed, stream: .sampling)
  var pixels: [UInt8] = []
  var labels: [UInt8] = []
  for index in 0..<count {
    let digit = index % 10
    for row in 0..<28 {
      for _ in 0..<28 {
        let noise = UInt8(generator.next() >> 58)
        pixels.append(row / 2 == digit + 2 ? 180 + noise : noise)
      }
    }
    labels.append(UInt8(digit))
  }
  return DigitSet(pixels: pixels, labels: labels)
}

@Suite struct TrainerTests {
  private let spec: ModelSpec
  private var options = TrainingOptions()

  init() throws {
    spec = try ModelSpec(text: "conv 6 3 nobias, bn, relu, pool 4, dropout .2, flatten, dense 16, relu, bn, dense 10")
    options.epochs = 4
    options.batch = 16
    options.learningRate = 0.01
    options.validation = 0.2
    options.seed = 7
  }

  private func trainer(
    _ options: TrainingOptions, spec: ModelSpec? = nil, checkpointPath: String? = nil, resuming: Checkpoint? = nil
  ) throws -> Trainer {
    let set = TrainingSet(
      syntheticDigits(count: 200), name: "synthetic", validation: options.validation, seed: options.seed)
    return try Trainer(
      options, spec: spec ?? self.spec, name: "test", set: set, checkpointPath: checkpointPath, resuming: resuming)
  }

  @Test func learnsWhatIsEasy() throws {
    // After four epochs chance still decides whether one of the ten rows is left over.
    var options = options
    options.epochs = 8
    let outcome = try trainer(options).run { _ in .goOn }
    #expect(outcome.reason == .finished)
    #expect(outcome.history.epochs == 8)
    let test = syntheticDigits(count: 100, seed: 9)
    let evaluation = try Evaluator(outcome.model).evaluate(test)
    #expect(evaluation.accuracy > 0.95)
  }

  @Test func sameSeedGivesTheSameBytes() throws {
    let first = try trainer(options).run { _ in .goOn }
    let second = try trainer(options).run { _ in .goOn }
    #expect(first.model == second.model)
    #expect(first.history == second.history)
    var other = options
    other.seed = 8
    #expect(try trainer(other).run { _ in .goOn }.model != first.model)
  }

  @Test(arguments: [
    (TrainingOptions.OptimizerName.adam, Float?.none), (.adamw, 0.99), (.sgd, nil), (.rmsprop, 0.9),
  ])
  func interruptedAndResumedGivesTheSameBytes(optimizer: TrainingOptions.OptimizerName, ema: Float?) throws {
    var options = options
    options.optimizer = optimizer
    options.ema = ema
    options.schedule = .cosine
    options.warmUp = 0.5
    options.clipNorm = 2
    let whole = try trainer(options).run { _ in .goOn }
    let path = try temporaryPath("resume-\(optimizer.rawValue).inkling")
    var batches = 0
    var parts = 1
    var outcome = try trainer(options, checkpointPath: path).run { event in
      guard case .batch = event else { return .goOn }
      batches += 1
      return batches == 3 ? .stop : .goOn
    }
    while outcome.reason == .interrupted {
      parts += 1
      var left = 11
      let checkpoint = try Checkpoint.read(from: path)
      outcome = try trainer(checkpoint.options, checkpointPath: path, resuming: checkpoint).run { event in
        guard case .batch = event else { return .goOn }
        left -= 1
        return left == 0 ? .stop : .goOn
      }
    }
    #expect(parts > 3)
    #expect(outcome.model == whole.model)
    #expect(outcome.history == whole.history)
  }

  @Test func patienceStopsAndKeepsTheBestWeights() throws {
    var options = options
    options.epochs = 60
    options.patience = 2
    options.learningRate = 0.5
    var best: (epoch: Int, loss: Double)?
    let run = try trainer(options)
    let outcome = try run.run { event in
      guard case .epoch(let epoch) = event, epoch.isBest else { return .goOn }
      best = (epoch.epoch, epoch.validationLoss ?? .nan)
      return .goOn
    }
    #expect(outcome.reason == .patience)
    #expect(outcome.history.bestEpoch == best?.epoch)
    #expect(outcome.history.epochs == (best?.epoch ?? 0) + 1 + options.patience)
    let set = TrainingSet(syntheticDigits(count: 200), name: "synthetic", validation: 0.2, seed: options.seed)
    let labels = set.split.validation.map { set.digits.labels[$0] }
    let probabilities = try Evaluator(outcome.model).probabilities(of: set.validation)
    let loss = Evaluation(probabilities: probabilities, labels: labels).loss
    #expect(abs(loss - (best?.loss ?? 0)) < 1e-6)
  }

  @Test func divergenceIsNoticed() throws {
    var options = options
    options.optimizer = .sgd
    options.learningRate = 1e30
    let outcome = try trainer(options, spec: try ModelSpec(text: "flatten, dense 16, relu, dense 16, relu, dense 10"))
      .run { _ in .goOn }
    #expect(outcome.reason == .diverged)
  }

  @Test func weightsThatGiveNoNumbersTakeNobodysPlace() throws {
    var options = options
    options.batch = 160
    options.epochs = 1
    let spec = try ModelSpec(text: "flatten, dense 16, relu, dense 16, relu, dense 10")
    let good = try trainer(options, spec: spec)
    let kept = try good.run { _ in .goOn }
    let checkpoint = try good.checkpoint()
    options.epochs = 20
    options.learningRate = 1e30
    // One batch is an epoch: what it has spoilt is found by validating.
    let bad = try trainer(options, spec: spec, resuming: checkpoint.continuing(with: options))
    let outcome = try bad.run { _ in .goOn }
    #expect(outcome.reason == .diverged)
    #expect(outcome.history.epochs == 1)
    #expect(outcome.model == kept.model)
  }

  @Test func runningAgainGoesOnWithTheSameBytes() throws {
    let whole = try trainer(options).run { _ in .goOn }
    let stepped = try trainer(options)
    var outcome: TrainingOutcome?
    for _ in 0..<100 where outcome?.reason != .finished {
      outcome = try stepped.run { event in if case .started = event { .goOn } else { .stop } }
      #expect(try stepped.currentModel().spec == spec)
      if let reason = stepped.reasonToEnd { outcome = try stepped.finish(reason) }
    }
    #expect(outcome?.model == whole.model)
    #expect(outcome?.history == whole.history)
    #expect(stepped.reasonToEnd == .finished)
  }

  @Test func stopsAtTheTargetAccuracy() throws {
    var options = options
    options.epochs = 50
    options.targetAccuracy = 0.9
    let outcome = try trainer(options).run { _ in .goOn }
    #expect(outcome.reason == .targetAccuracy)
    #expect((outcome.history.validationAccuracy.last ?? 0) >= 0.9)
  }

  @Test func refusesNetworksThatAreNotForDigits() throws {
    #expect(throws: TrainingError.notForDigits(reason: "its output is 9, not 10")) {
      try trainer(options, spec: try ModelSpec(text: "flatten, dense 9"))
    }
    #expect(throws: TrainingError.notForDigits(reason: "its input is 8×8×1, not 28×28×1")) {
      try trainer(options, spec: try ModelSpec(text: "input 1 8 8, flatten, dense 10"))
    }
  }

  @Test func aDamagedCheckpointIsRefused() throws {
    let path = try temporaryPath("damaged.inkling")
    _ = try trainer(options, checkpointPath: path).run { event in
      if case .batch = event { .stop } else { .goOn }
    }
    let bytes = try DataFile.contents(of: path, limit: 1 << 30)
    _ = try Checkpoint.read(from: path)
    var damaged: [[UInt8]] = [[], Array(bytes.prefix(7)), Array(bytes.prefix(40)), Array(bytes.dropLast())]
    for position in [0, 9, 15, 30, bytes.count - 5] {
      var copy = bytes
      copy[position] ^= 0x40
      damaged.append(copy)
    }
    damaged.append(bytes + [0])
    for content in damaged {
      try AtomicFile.write(content, to: path)
      #expect(throws: TrainingError.self) { try Checkpoint.read(from: path) }
    }
  }
}
