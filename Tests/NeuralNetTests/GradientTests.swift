import NeuralNet
import Testing

/// Networks that between them have every layer, over odd shapes.
let everyLayer = [
  "input 1 7 5, flatten, dense 10",
  "input 1 9 9, conv 5 3, flatten, dense 10",
  "input 1 9 11, conv 16 3, relu, conv 19 3, relu, flatten, dense 10",
  "input 1 12 12, conv 16 3, relu, conv 32 3, relu, conv 16 3, leaky .2, gap, dense 10",
  "input 1 11 11, conv 7 5 stride 2, leaky .1, conv 3 4 valid, flatten, dense 10",
  "input 3 8 8, conv 17 3 stride 3 nobias, bn, relu, gap, dense 10",
  "input 2 10 10, conv 16 3, relu, bn, conv 16 3 nobias, bn, relu, pool 2, dropout 0, flatten, dense 10",
  "input 1 14 14, conv 9 3, relu, pool 2, conv 20 2 valid nobias, pool 2, bn, relu, spatialdropout 0, flatten, dense 10",
  "input 1 9 9, conv 6 3, pool 3 stride 2, relu, flatten, dense 10",
  "input 1 9 9, conv 18 3, bn, pool 3 stride 2, relu, flatten, bn, dense 10",
  "input 1 9 9, conv 6 3, avgpool 2, leaky .3, avgpool 2 stride 1, flatten, dense 10",
  "input 1 8 8, conv 5 1, gelu, conv 5 3, tanh, conv 5 3, sigmoid, flatten, dense 10",
  "input 1 6 6, flatten, dense 21, relu, bn, dropout 0, dense 13 nobias, bn, gelu, dense 12, relu, dense 10",
  "input 1 6 6, bn, conv 4 3, flatten, tanh, dense 10",
  "input 1 7 7, dropout 0, conv 33 3, relu, gap, bn, dense 10",
  "input 1 7 5, conv 9 3, bn, relu, gap, dense 10",
  "input 1 5 8, conv 17 3, gap, dense 10",
  "input 1 12 12, conv 8 5, relu, pool 2, conv 24 3, relu, pool 2, flatten, dense 10",
  "input 4 9 9, conv 12 3, bn, leaky .1, conv 20 4 stride 2 valid, sigmoid, conv 8 1, tanh, conv 1 3, flatten, dense 10",
  "input 1 10 10, conv 24 3, relu, conv 40 3, relu, conv 8 3 nobias, bn, relu, avgpool 2, conv 12 1, gap, dense 10",
]

/// A small problem for a network.
struct Problem {
  let model: Model
  let inputs: [[Float]]
  let targets: [[Float]]

  init(_ text: String, batch: Int = 6, seed: UInt64 = 3) throws {
    let spec = try ModelSpec(text: text)
    var generator = SeededGenerator(seed: seed, stream: .sampling)
    var fresh = Model(initializing: spec, metadata: ModelMetadata(name: "test"), seed: seed)
    let tensors = zip(spec.parameters, fresh.tensors).map { parameter, tensor in
      parameter.role == .weight
        ? tensor
        : Tensor(
          shape: tensor.shape,
          values: tensor.values.map { $0 + generator.nextUniform(in: parameter.role == .variance ? 0...1 : -0.4...0.4) }
        )
    }
    fresh = Model(spec: spec, metadata: fresh.metadata, tensors: tensors)
    model = fresh
    inputs = (0..<batch).map { _ in (0..<spec.input.count).map { _ in generator.nextNormal() } }
    targets = (0..<batch).map { row in (0..<10).map { $0 == row % 10 ? 0.91 : 0.01 } }
  }

  func session(_ change: (inout TrainingSession.Configuration) -> Void = { _ in }) throws -> TrainingSession {
    var configuration = TrainingSession.Configuration()
    configuration.batch = inputs.count
    change(&configuration)
    let session = try TrainingSession(model, configuration)
    for (index, value) in inputs.joined().enumerated() { session.inputs[index] = value }
    for (index, value) in targets.joined().enumerated() { session.targets[index] = value }
    return session
  }
}

@Suite struct GradientTests {
  @Test(arguments: everyLayer)
  func matchesTheReferenceAndItsFiniteDifferences(text: String) throws {
    let problem = try Problem(text)
    let session = try problem.session()
    let result = session.computeGradients()
    var reference = ReferenceNetwork(problem.model)
    let inputs = problem.inputs.map { $0.map(Double.init) }
    let targets = problem.targets.map { $0.map(Double.init) }
    let loss = reference.loss(inputs, targets: targets)
    #expect(abs(result.loss / Double(inputs.count) - loss) < 1e-4 * max(1, loss))
    let gradients = try session.gradients()
    let learned = problem.model.spec.parameters.indices.filter { problem.model.spec.parameters[$0].role.isLearned }
    #expect(gradients.count == learned.count)
    for (index, gradient) in zip(learned, gradients) {
      // Along the gradient and along a random direction: the slope of the loss must be what the gradient says.
      var generator = SeededGenerator(seed: 5, stream: .sampling, index: UInt64(index))
      let random = gradient.map { _ in Double(generator.nextNormal()) }
      for direction in [gradient.map(Double.init), random] {
        let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length > 1e-12 else { continue }
        let unit = direction.map { $0 / length }
        let expected = zip(gradient, unit).reduce(0) { $0 + Double($1.0) * $1.1 }
        let step = 1e-6
        let original = reference.tensors[index]
        reference.tensors[index] = zip(original, unit).map { $0 + $1 * step }
        let above = reference.loss(inputs, targets: targets)
        reference.tensors[index] = zip(original, unit).map { $0 - $1 * step }
        let below = reference.loss(inputs, targets: targets)
        reference.tensors[index] = original
        let slope = (above - below) / (2 * step)
        #expect(
          abs(slope - expected) < 2e-3 * max(abs(slope), 0.05),
          "\(problem.model.spec.parameters[index].name): slope \(slope), gradient says \(expected)")
      }
    }
  }

  @Test(arguments: everyLayer)
  func inferenceMatchesTheReference(text: String) throws {
    let problem = try Problem(text)
    var reference = ReferenceNetwork(problem.model)
    reference.usesBatchStatistics = false
    let mean = Double(problem.model.metadata.inputMean)
    let deviation = Double(problem.model.metadata.inputDeviation)
    let expected = reference.logits(problem.inputs.map { $0.map { (Double($0) - mean) / deviation } })
    for threads in [1, 2] {
      let session = try InferenceSession(problem.model, batch: 8, team: Team(threads: threads))
      session.run(problem.inputs.flatMap { $0 }, count: problem.inputs.count)
      let logits = Array(session.logits)
      for (row, values) in expected.enumerated() {
        for (column, value) in values.enumerated() {
          #expect(abs(Double(logits[row * 10 + column]) - value) < 1e-4 * max(1, abs(value)))
        }
      }
    }
  }

  @Test(arguments: everyLayer)
  func theEmbeddingIsWhatGoesIntoTheLastLayer(text: String) throws {
    // More pictures than go through the kernels at once.
    let problem = try Problem(text, batch: 37)
    var reference = ReferenceNetwork(problem.model)
    reference.usesBatchStatistics = false
    let metadata = problem.model.metadata
    let inputs = problem.inputs.map { $0.map { Double(($0 - metadata.inputMean) / metadata.inputDeviation) } }
    let expected = reference.outputs(inputs, layers: problem.model.spec.layers.count - 1)
    let session = try InferenceSession(problem.model, batch: 40, team: Team(threads: 2), keepsEmbedding: true)
    session.run(problem.inputs.flatMap { $0 }, count: 37)
    #expect(session.embedding.count == 40 * expected[0].count)
    for (row, values) in expected.enumerated() {
      for (column, value) in values.enumerated() {
        #expect(abs(Double(session.embedding[row * values.count + column]) - value) < 1e-4 * max(1, abs(value)))
      }
    }
  }

  @Test func thereIsNoEmbeddingUnlessItIsKeptAndTheLastLayerIsDense() throws {
    let dense = try Problem("input 1 7 5, flatten, dense 10")
    #expect(try InferenceSession(dense.model).embedding.isEmpty)
    let pooled = try Problem("input 1 7 7, conv 10 3, gap")
    #expect(try InferenceSession(pooled.model, keepsEmbedding: true).embedding.isEmpty)
  }

  @Test(arguments: everyLayer)
  func foldingKeepsTheFunction(text: String) throws {
    let problem = try Problem(text)
    let folded = problem.model.foldedForInference()
    var before = ReferenceNetwork(problem.model)
    var after = ReferenceNetwork(folded)
    before.usesBatchStatistics = false
    after.usesBatchStatistics = false
    let inputs = problem.inputs.map { $0.map(Double.init) }
    for (left, right) in zip(before.logits(inputs).joined(), after.logits(inputs).joined()) {
      #expect(abs(left - right) < 1e-4)
    }
  }

  @Test(
    .enabled(if: ProcessorInfo.hasBFloat16, "this processor has no AVX512_BF16"),
    arguments: everyLayer)
  func mixedPrecisionComesClose(text: String) throws {
    let problem = try Problem(text, batch: 32)
    let exact = try problem.session()
    let mixed = try problem.session { $0.precision = .bf16 }
    let expected = exact.computeGradients()
    let found = mixed.computeGradients()
    #expect(abs(found.loss - expected.loss) < 0.03 * expected.loss)
    for (left, right) in zip(try exact.gradients(), try mixed.gradients()) {
      let dot = zip(left, right).reduce(0) { $0 + Double($1.0) * Double($1.1) }
      let lengths = left.reduce(0) { $0 + Double($1) * Double($1) } * right.reduce(0) { $0 + Double($1) * Double($1) }
      guard lengths > 1e-14 else { continue }
      #expect(dot / lengths.squareRoot() > 0.97)
    }
  }
}
