/// A network as operations of ONNX, from pixels of 0…1 to logits and probabilities.
struct ONNXGraph {
  private(set) var nodes: [ONNXNode] = []
  /// The weights and constants that the nodes name.
  private(set) var constants: [(name: String, tensor: Tensor)] = []
  /// The shapes between two layers, by name.
  private(set) var values: [(name: String, shape: TensorShape)] = []
  private let model: Model
  private var current = "input"

  /// Follows `model` from layer to layer.
  init(_ model: Model) {
    self.model = model
    for (parameter, tensor) in zip(model.spec.parameters, model.tensors) { constants.append((parameter.name, tensor)) }
    append("Sub", [constant("mean", model.metadata.inputMean)], to: "centred")
    append("Div", [constant("deviation", model.metadata.inputDeviation)], to: "normalised")
    for (index, layer) in model.spec.layers.enumerated() { append(layer, at: index) }
    finish()
  }

  /// Names the last value `logits` and adds the probabilities.
  private mutating func finish() {
    values.removeAll { $0.name == current }
    nodes[nodes.count - 1].output = "logits"
    current = "logits"
    append("Div", [constant("temperature", model.metadata.temperature)], to: "scaled")
    append("Softmax", to: "probabilities", [("axis", .integer(-1))])
  }

  private mutating func append(_ layer: LayerSpec, at index: Int) {
    let name = "layer\(index + 1)_\(LayerKind(layer).rawValue)"
    let weights = model.spec.parameters.filter { $0.layer == index }.map(\.name)
    switch layer {
    case .convolution(_, let kernel, let stride, let padding, _):
      let window = Window(size: kernel, stride: stride, padding: padding)
      append("Conv", weights, to: name, sizes(window) + [("pads", .integers(borders(window, at: index)))])
    case .dense: append("Gemm", weights, to: name, [("transB", .integer(1))])
    case .batchNormalization:
      append("BatchNormalization", weights, to: name, [("epsilon", .float(ModelSpec.batchNormalizationEpsilon))])
    case .maxPool(let size, let stride):
      append("MaxPool", to: name, sizes(Window(size: size, stride: stride, padding: .valid)))
    case .averagePool(let size, let stride):
      append("AveragePool", to: name, sizes(Window(size: size, stride: stride, padding: .valid)))
    case .globalAveragePool:
      append("GlobalAveragePool", to: "\(name)_mean")
      append("Flatten", to: name, [("axis", .integer(1))])
    case .relu: append("Relu", to: name)
    case .leakyRelu(let slope): append("LeakyRelu", to: name, [("alpha", .float(slope))])
    case .tanh: append("Tanh", to: name)
    case .sigmoid: append("Sigmoid", to: name)
    case .gelu: appendGelu(to: name)
    case .flatten: append("Flatten", to: name, [("axis", .integer(1))])
    case .dropout, .spatialDropout: return
    }
    values.append((name, model.spec.shapes[index]))
  }

  /// x · (1 + erf(x ÷ √2)) ÷ 2: version 13 has no operation of its own for it.
  private mutating func appendGelu(to name: String) {
    let input = current
    append("Div", [constant("sqrt2", Float(2).squareRoot())], to: "\(name)_scaled")
    append("Erf", to: "\(name)_erf")
    append("Add", [constant("one", 1)], to: "\(name)_plus")
    append("Mul", [input], to: "\(name)_product")
    append("Mul", [constant("half", 0.5)], to: name)
  }

  /// Adds an operation on the current value, whose result becomes the current one.
  private mutating func append(
    _ operation: String, _ others: [String] = [], to name: String,
    _ attributes: [(name: String, value: ONNXNode.Attribute)] = []
  ) {
    nodes.append(ONNXNode(operation: operation, inputs: [current] + others, output: name, attributes: attributes))
    current = name
  }

  /// The name of a single number.
  private mutating func constant(_ name: String, _ value: Float) -> String {
    if !constants.contains(where: { $0.name == name }) {
      constants.append((name, Tensor(shape: [], values: [value])))
    }
    return name
  }

  private func sizes(_ window: Window) -> [(name: String, value: ONNXNode.Attribute)] {
    [
      ("kernel_shape", .integers([window.size, window.size])),
      ("strides", .integers([window.stride, window.stride])),
    ]
  }

  /// Zeros above, left, below and right.
  private func borders(_ window: Window, at index: Int) -> [Int] {
    guard case .picture(_, let height, let width) = model.spec.inputShape(of: index) else { return [0, 0, 0, 0] }
    let (rows, columns) = (window.borders(for: height), window.borders(for: width))
    return [rows.before, columns.before, rows.after, columns.after]
  }
}
