import NeuralNet
import Testing

@Suite struct ONNXTests {
  /// The parts of an exported file that the tests look at.
  struct Exported {
    let file: ProtobufFields
    let graph: ProtobufFields

    init(_ text: String, seed: UInt64 = 1) throws {
      file = ProtobufFields(ONNXExport(try SafetensorsTests.model(text, seed: seed)).bytes)
      graph = try #require(file.messages(7).first)
    }

    var operations: [String] { graph.messages(1).flatMap { $0.texts(4) } }

    /// The attribute `name` of the node that gives `output`.
    func attribute(_ name: String, of output: String) -> ProtobufFields? {
      let node = graph.messages(1).first { $0.texts(2) == [output] }
      return node?.messages(5).first { $0.texts(1) == [name] }
    }

    func constant(_ name: String) -> ProtobufFields? { graph.messages(5).first { $0.texts(8) == [name] } }
  }

  static let every =
    "leaky .25, conv 5 5 stride 2, gelu, conv 7 4, tanh, bn, pool 3 stride 2, sigmoid, spatialdropout .1, "
    + "avgpool 2, conv 4 2 valid nobias, relu, gap, dense 12 nobias, bn, dense 10, dropout .5"

  @Test func fileSaysWhatItIs() throws {
    let exported = try Exported("flatten, dense 10")
    #expect(exported.file.isWhole && exported.graph.isWhole)
    #expect(exported.file.numbers[1] == [8])
    #expect(exported.file.messages(8).map(\.numbers) == [[2: [13]]])
    let keys = exported.file.messages(14).flatMap { $0.texts(1) }
    #expect(
      keys == [
        "spec", "name", "preprocessing", "labels", "inputMean", "inputDeviation", "temperature", "thresholds",
      ])
    #expect(exported.file.messages(14)[0].texts(2) == ["flatten, dense 10"])
    #expect(exported.file.texts(6)[0].contains("mean 0.1307"))
  }

  @Test func batchSizeIsFree() throws {
    let exported = try Exported("flatten, dense 10")
    func dimensions(_ value: ProtobufFields) -> [ProtobufFields] {
      value.messages(2)[0].messages(1)[0].messages(2)[0].messages(1)
    }
    let input = exported.graph.messages(11)[0]
    #expect(input.texts(1) == ["input"])
    #expect(dimensions(input)[0].texts(2) == ["N"])
    #expect(dimensions(input).dropFirst().map { $0.numbers[1] } == [[1], [28], [28]])
    #expect(exported.graph.messages(12).flatMap { $0.texts(1) } == ["logits", "probabilities"])
    #expect(dimensions(exported.graph.messages(12)[1])[1].numbers[1] == [10])
  }

  @Test func everyLayerBecomesItsOperations() throws {
    let gelu = ["Div", "Erf", "Add", "Mul", "Mul"]
    #expect(
      try Exported(Self.every).operations == ["Sub", "Div", "LeakyRelu", "Conv"] + gelu
        + ["Conv", "Tanh", "BatchNormalization", "MaxPool", "Sigmoid", "AveragePool", "Conv", "Relu"]
        + ["GlobalAveragePool", "Flatten", "Gemm", "BatchNormalization", "Gemm", "Div", "Softmax"])
  }

  @Test func nodesFormAChain() throws {
    let exported = try Exported(Self.every)
    var known: Set<String> = ["input"]
    known.formUnion(exported.graph.messages(5).flatMap { $0.texts(8) })
    for node in exported.graph.messages(1) {
      #expect(known.isSuperset(of: node.texts(1)), "\(node.texts(4))")
      #expect(known.insert(node.texts(2)[0]).inserted)
    }
    #expect(known.isSuperset(of: ["logits", "probabilities"]))
    #expect(known.isSuperset(of: exported.graph.messages(13).flatMap { $0.texts(1) }))
  }

  @Test func bordersAreExplicit() throws {
    // 28 rows with a 5×5 window every 2: 14 windows span 31 rows, so 3 zeros, the odd one after; 4×4 needs 3 as well.
    let exported = try Exported(Self.every)
    #expect(exported.attribute("pads", of: "layer2_conv")?.numbers[8] == [1, 1, 2, 2])
    #expect(exported.attribute("strides", of: "layer2_conv")?.numbers[8] == [2, 2])
    #expect(exported.attribute("kernel_shape", of: "layer2_conv")?.numbers[8] == [5, 5])
    #expect(exported.attribute("pads", of: "layer4_conv")?.numbers[8] == [1, 1, 2, 2])
    #expect(exported.attribute("pads", of: "layer11_conv")?.numbers[8] == [0, 0, 0, 0])
    #expect(exported.attribute("strides", of: "layer7_pool")?.numbers[8] == [2, 2])
  }

  @Test func constantsOfLayers() throws {
    let exported = try Exported(Self.every)
    #expect(exported.attribute("epsilon", of: "layer6_bn")?.floats[2] == [ModelSpec.batchNormalizationEpsilon])
    #expect(ModelSpec.batchNormalizationEpsilon == 1e-3)
    #expect(exported.attribute("alpha", of: "layer1_leaky")?.floats[2] == [0.25])
    #expect(exported.attribute("transB", of: "layer14_dense")?.numbers[3] == [1])
    #expect(exported.attribute("axis", of: "probabilities")?.numbers[3] == [-1])
    #expect(exported.constant("temperature")?.contents[9] == [[0, 0, 0xA0, 0x3F]])
  }

  @Test func weightsAreStoredAsTheyAre() throws {
    let model = try SafetensorsTests.model(Self.every)
    let exported = try Exported(Self.every)
    for (parameter, tensor) in zip(model.spec.parameters, model.tensors) {
      let constant = try #require(exported.constant(parameter.name))
      #expect(constant.numbers[1] == tensor.shape)
      #expect(constant.numbers[2] == [1])
      #expect(constant.contents[9] == [tensor.values.flatMap { value in withUnsafeBytes(of: value) { Array($0) } }])
    }
  }

  @Test func writesTheFile() throws {
    let directory = try TemporaryDirectory()
    let export = ONNXExport(try SafetensorsTests.model("flatten, dense 10"))
    try export.write(to: "\(directory.path)/m.onnx")
    #expect(try contents(of: "\(directory.path)/m.onnx") == export.bytes)
  }
}
