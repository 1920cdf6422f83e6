import NeuralNet
import Testing

/// A network that runs layer by layer gives what each layer is defined to give.
@Suite struct LayerwiseTests {
  /// A model with weights and running statistics that are all different from each other.
  private func model(_ text: String) throws -> Model {
    let spec = try ModelSpec(text: text)
    var generator = SeededGenerator(seed: 7, stream: .sampling)
    let tensors = spec.parameters.map { parameter in
      let fanIn = Float(parameter.shape.dropFirst().reduce(1, *))
      let values = (0..<parameter.count).map { _ in
        let noise = generator.nextNormal()
        return switch parameter.role {
        case .weight: noise / fanIn.squareRoot()
        case .variance: 0.3 + abs(noise)
        case .scale: 1 + noise * 0.2
        case .bias, .shift, .mean: noise * 0.3
        }
      }
      return Tensor(shape: parameter.shape, values: values)
    }
    return Model(spec: spec, metadata: ModelMetadata(name: "test"), tensors: tensors)
  }

  private func pixels(_ count: Int) -> [UInt8] {
    (0..<count).map { (index: Int) -> UInt8 in
      let value = index * 37 + index / 5 * 11
      return UInt8(value % 256)
    }
  }

  @Test(arguments: [
    "conv 5 3, relu, pool 2, flatten, dense 10",
    "conv 20 3 valid nobias, bn, relu, conv 33 4 stride 2, gelu, gap, dense 10",
    "pool 3 stride 2, bn, avgpool 2, conv 8 5, leaky .1, tanh, sigmoid, flatten, dropout .5, dense 30, bn, relu, dense 10",
    "flatten, dense 40, gelu, dense 20, bn, tanh, dropout .3, dense 10", "flatten, dense 10",
    "conv 16 3, spatialdropout .3, relu, conv 17 1, bn, sigmoid, pool 2, gap, relu, dense 10",
    Preset.inkling.text, Preset.cnnDeep.text, Preset.cnn.text, Preset.mlp.text,
  ])
  func everyLayerGivesWhatItIsDefinedToGive(text: String) throws {
    let model = try model(text)
    let session = try LayerwiseSession(model)
    let picture = pixels(model.spec.input.count)
    session.run(picture)
    var reference = ReferenceNetwork(model)
    reference.usesBatchStatistics = false
    let mean = Double(model.metadata.inputMean)
    let input = picture.map { (Double($0) / 255 - mean) / Double(model.metadata.inputDeviation) }
    #expect(zip(session.input, input).allSatisfy { abs(Double($0) - $1) < 1e-5 })
    for layer in model.spec.layers.indices {
      let expected = reference.outputs([input], layers: layer + 1)[0]
      let found = session.values(of: layer)
      #expect(found.count == expected.count)
      let size = expected.map(abs).max() ?? 0
      let error = zip(found, expected).map { abs(Double($0) - $1) }.max() ?? .infinity
      #expect(error <= 1e-4 * max(1, size), "layer \(layer + 1), \(model.spec.layers[layer]): \(error) of \(size)")
    }
  }

  @Test func theLastLayerAnswersAsTheFoldedNetworkDoes() throws {
    let model = try model(Preset.inkling.text)
    let (layers, folded) = (try LayerwiseSession(model), try InferenceSession(model))
    for shift in 0..<3 {
      let picture = Array(pixels(784 + shift).dropFirst(shift))
      layers.run(picture)
      folded.run(picture, count: 1)
      for (one, other) in zip(layers.values(of: model.spec.layers.count - 1), folded.logits) {
        #expect(abs(one - other) < 1e-3)
      }
    }
  }

  @Test func aNetworkThatIsTooLargeToKeepIsRefused() throws {
    let layers = Array(repeating: LayerSpec.convolution(filters: 400, kernel: 1), count: 30)
    let spec = try ModelSpec(layers: layers + [.globalAveragePool, .dense(units: 10)])
    let model = Model(initializing: spec, metadata: ModelMetadata(name: "test"), seed: 1)
    #expect(throws: KernelError.self) { try LayerwiseSession(model) }
  }
}
