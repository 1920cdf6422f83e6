import NeuralNet
import Testing

@Suite struct SessionTests {
  @Test(arguments: [Preset.mlp, .cnn, .cnnDeep, .inkling], [Precision.f32, .bf16])
  func overfitsThirtyTwoPictures(preset: Preset, precision: Precision) throws {
    guard precision == .f32 || ProcessorInfo.hasBFloat16 else { return }
    var configuration = TrainingSession.Configuration()
    configuration.batch = 32
    configuration.precision = precision
    let layers = preset.spec.layers.filter { !$0.description.contains("dropout") }
    let spec = try ModelSpec(layers: layers)
    let model = Model(initializing: spec, metadata: ModelMetadata(name: "test"), seed: 1)
    let session = try TrainingSession(model, configuration)
    var generator = SeededGenerator(seed: 1, stream: .sampling)
    for index in session.inputs.indices { session.inputs[index] = generator.nextNormal() }
    for row in 0..<32 { session.targets[row * 10 + row % 10] = 1 }
    let first = session.step(learningRate: 1e-3)
    var last = first
    for _ in 0..<40 { last = session.step(learningRate: 1e-3) }
    #expect(last.loss < first.loss * 0.1)
    #expect(last.correct == 32)
  }

  @Test(arguments: [1, 2, 3])
  func theSameSeedGivesTheSameBytes(threads: Int) throws {
    func train() throws -> Model {
      let problem = try Problem(
        "input 1 12 12, conv 16 3, relu, bn, pool 2, dropout .3, conv 16 3 nobias, bn, relu, spatialdropout .2, gap, dense 10",
        batch: 16)
      let session = try problem.session { $0.team = Team(threads: threads) }
      for _ in 0..<10 { _ = session.step(learningRate: 0.01) }
      return try session.snapshot()
    }
    #expect(try train() == train())
  }

  @Test func restoringGoesOnAsIfNothingHadHappened() throws {
    let problem = try Problem("input 1 8 8, conv 16 3, relu, bn, dropout .5, flatten, dense 20, relu, dense 10")
    let change = { (configuration: inout TrainingSession.Configuration) in configuration.averageDecay = 0.9 }
    let session = try problem.session(change)
    for _ in 0..<5 { _ = session.step(learningRate: 0.01) }
    let state = try session.state()
    for _ in 0..<5 { _ = session.step(learningRate: 0.01) }
    let other = try problem.session(change)
    try other.restore(state)
    #expect(try other.state() == state)
    for _ in 0..<5 { _ = other.step(learningRate: 0.01) }
    #expect(try other.state() == session.state())
  }

  @Test(arguments: [("dropout .3", 0.3), ("dropout .5", 0.5), ("spatialdropout .25", 0.25)])
  func dropoutDropsWhatItSays(layer: String, rate: Double) throws {
    // One convolution with an all-ones centre, so that its output is its input, then dropout, then the mean of everything.
    let spec = try ModelSpec(text: "input 1 16 16, conv 32 1 nobias, \(layer), gap, dense 10 nobias")
    let tensors = spec.parameters.map { Tensor(shape: $0.shape, values: [Float](repeating: 1, count: $0.count)) }
    let model = Model(spec: spec, metadata: ModelMetadata(name: "test"), tensors: tensors)
    var configuration = TrainingSession.Configuration()
    configuration.batch = 64
    let session = try TrainingSession(model, configuration)
    for index in session.inputs.indices { session.inputs[index] = 1 }
    // The gradient of a dense weight is target-independent up to a factor; the mean activation is in its ratio.
    for row in 0..<64 { session.targets[row * 10] = 1 }
    _ = session.computeGradients()
    let gradient = try session.gradients()[1]
    // d loss / d w[0, c] = (p − 1) · mean activation of channel c, with p = 1/10.
    let activations = gradient.prefix(32).map { Double($0) / -0.9 }
    let mean = activations.reduce(0, +) / 32
    #expect(abs(mean - 1) < 0.05, "dropout must keep the mean: \(mean)")
    let channelDeviation = (activations.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 32).squareRoot()
    // Per channel the mean is over 64 × 256 values (or 64 channels): deviation √(rate / (1 − rate) / count).
    let count = layer.hasPrefix("spatial") ? 64.0 : 64.0 * 256
    let expected = (rate / (1 - rate) / count).squareRoot()
    #expect(channelDeviation > expected * 0.6 && channelDeviation < expected * 1.6)
    #expect(activations.max() != activations.min())
  }

  @Test(arguments: [1, 31, 32, 33, 70])
  func aBatchAnswersAsSinglePicturesDo(count: Int) throws {
    let model = Model(initializing: Preset.inkling.spec, metadata: ModelMetadata(name: "test"), seed: 4)
    var generator = SeededGenerator(seed: 4, stream: .sampling)
    let pixels = (0..<70 * 784).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
    let many = try InferenceSession(model, batch: 70)
    let one = try InferenceSession(model)
    many.run(pixels, count: count)
    for index in 0..<count {
      one.run(Array(pixels[index * 784..<(index + 1) * 784]), count: 1)
      for digit in 0..<10 {
        #expect(abs(many.logits[index * 10 + digit] - one.logits[digit]) < 1e-4)
        #expect(abs(many.probabilities[index * 10 + digit] - one.probabilities[digit]) < 1e-4)
      }
    }
  }

  @Test(arguments: [1, 2, 3, 5])
  func threadsAnswerTheirOwnPartOfABatch(threads: Int) throws {
    let problem = try Problem("input 1 9 9, conv 16 3, relu, bn, pool 2, flatten, dense 10", batch: 70)
    let pictures = problem.inputs.flatMap { $0 }
    let one = try InferenceSession(problem.model)
    let many = try InferenceSession(problem.model, batch: 70, team: Team(threads: threads))
    for count in [70, 69, 3, 1] {
      many.run(pictures, count: count)
      for row in 0..<count {
        one.run(problem.inputs[row], count: 1)
        for digit in 0..<10 { #expect(abs(many.logits[row * 10 + digit] - one.logits[digit]) < 1e-4) }
      }
    }
  }

  @Test func theFastestSessionHasOneThreadOrAllAndAnswersTheSame() throws {
    let problem = try Problem("input 1 9 9, conv 16 3, relu, bn, pool 2, flatten, dense 10", batch: 1)
    let session = try InferenceSession.fastest(for: problem.model, team: Team(threads: 3), keepsEmbedding: true)
    #expect([1, 3].contains(session.team.threads))
    #expect(session.embeddingWidth == 16 * 16)
    #expect(try InferenceSession.fastest(for: problem.model, team: Team(threads: 1)).team.threads == 1)
    let one = try InferenceSession(problem.model)
    for session in [session, one] { session.run(problem.inputs[0], count: 1) }
    for digit in 0..<10 { #expect(abs(session.logits[digit] - one.logits[digit]) < 1e-4) }
  }

  @Test func moreThreadsMustBeClearlySooner() {
    let single = [100, 300, 100, 90, 110].map { Duration.microseconds($0) }
    let sooner = [80, 85, 400, 85, 85].map { Duration.microseconds($0) }
    let hardly = [95, 95, 10, 95, 95].map { Duration.microseconds($0) }
    #expect(InferenceSession.pays(sooner, insteadOf: single))
    #expect(!InferenceSession.pays(hardly, insteadOf: single))
    #expect(!InferenceSession.pays(single, insteadOf: sooner))
  }

  @Test func mixedPrecisionNeedsTheProcessor() throws {
    guard !ProcessorInfo.hasBFloat16 else { return }
    let problem = try Problem("flatten, dense 10")
    #expect(throws: KernelError.precisionUnsupported) { try problem.session { $0.precision = .bf16 } }
  }

  @Test func threadsShareTheWorkWithoutGaps() {
    for count in [0, 1, 2, 7, 128] {
      for parts in 1...5 {
        let ranges = (0..<parts).map { Team.share(of: count, part: $0, of: parts) }
        #expect(ranges.flatMap { Array($0) } == Array(0..<count))
      }
    }
  }
}
