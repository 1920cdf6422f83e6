/// Follows the shapes through a network, layer by layer, and collects names and counts on the way.
struct ShapeInference {
  private(set) var shapes: [TensorShape] = []
  private(set) var parameters: [ParameterSpec] = []
  private(set) var multiplyAdds = 0
  private var storedCount = 0
  private var current: TensorShape
  private var numbers: [String: Int] = [:]

  init(input: TensorShape) { current = input }

  /// Adds one layer or says why it does not fit.
  mutating func append(_ layer: LayerSpec) throws(SpecError) {
    let label = "\(shapes.count + 1) '\(layer)'"
    let next = try output(of: layer, label: label)
    guard next.count <= ModelSpec.largestCount else {
      throw .badValue(layer: label, reason: "gives more than \(ModelSpec.largestCount) values")
    }
    guard storedCount <= ModelSpec.largestCount else {
      throw .badValue(layer: label, reason: "brings the network to more than \(ModelSpec.largestCount) weights")
    }
    current = next
    shapes.append(next)
  }

  private mutating func output(of layer: LayerSpec, label: String) throws(SpecError) -> TensorShape {
    switch layer {
    case .convolution(let filters, let kernel, let stride, let padding, let bias):
      return try convolution(
        Window(size: kernel, stride: stride, padding: padding), filters: filters, bias: bias, label: label)
    case .dense(let units, let bias): return try dense(units: units, bias: bias, label: label)
    case .batchNormalization:
      let name = nextName("bn")
      for role in [ParameterSpec.Role.scale, .shift, .mean, .variance] {
        add(name: name, role: role, shape: [current.channels])
      }
      return current
    case .maxPool(let size, let stride), .averagePool(let size, let stride):
      return try pool(Window(size: size, stride: stride, padding: .valid), label: label)
    case .globalAveragePool:
      let (channels, _, _) = try picture(label: label)
      return .vector(channels)
    case .dropout(let rate), .spatialDropout(let rate):
      guard rate >= 0, rate < 1 else {
        throw .badValue(layer: label, reason: "the rate must be at least 0 and below 1")
      }
      return current
    case .leakyRelu(let slope):
      guard slope >= 0, slope < 1 else {
        throw .badValue(layer: label, reason: "the slope must be at least 0 and below 1")
      }
      return current
    case .flatten: return .vector(current.count)
    case .relu, .gelu, .tanh, .sigmoid: return current
    }
  }

  private mutating func convolution(
    _ window: Window, filters: Int, bias: Bool, label: String
  ) throws(SpecError) -> TensorShape {
    let (channels, height, width) = try picture(label: label)
    guard (1...4096).contains(filters) else { throw .badValue(layer: label, reason: "needs 1 to 4096 filters") }
    guard (1...31).contains(window.size) else { throw .badValue(layer: label, reason: "the kernel must be 1 to 31") }
    let (rows, columns) = try positions(of: window, height: height, width: width, label: label)
    let name = nextName("conv")
    add(name: name, role: .weight, shape: [filters, channels, window.size, window.size])
    if bias { add(name: name, role: .bias, shape: [filters]) }
    multiplyAdds += rows * columns * filters * channels * window.size * window.size
    return .picture(channels: filters, height: rows, width: columns)
  }

  private mutating func dense(units: Int, bias: Bool, label: String) throws(SpecError) -> TensorShape {
    guard case .vector(let count) = current else {
      throw .shapeMismatch(layer: label, expected: "a vector (put flatten or gap before it)", found: "\(current)")
    }
    guard (1...65536).contains(units), units * count <= ModelSpec.largestCount else {
      throw .badValue(layer: label, reason: "needs 1 to 65536 units and at most \(ModelSpec.largestCount) weights")
    }
    let name = nextName("dense")
    add(name: name, role: .weight, shape: [units, count])
    if bias { add(name: name, role: .bias, shape: [units]) }
    multiplyAdds += units * count
    return .vector(units)
  }

  private func pool(_ window: Window, label: String) throws(SpecError) -> TensorShape {
    let (channels, height, width) = try picture(label: label)
    guard (1...31).contains(window.size) else { throw .badValue(layer: label, reason: "the size must be 1 to 31") }
    let (rows, columns) = try positions(of: window, height: height, width: width, label: label)
    return .picture(channels: channels, height: rows, width: columns)
  }

  /// Rows and columns of the output of `window` on the current picture.
  private func positions(
    of window: Window, height: Int, width: Int, label: String
  ) throws(SpecError) -> (rows: Int, columns: Int) {
    guard (1...31).contains(window.stride) else { throw .badValue(layer: label, reason: "the stride must be 1 to 31") }
    guard let rows = window.output(for: height), let columns = window.output(for: width) else {
      throw .shapeMismatch(
        layer: label, expected: "a picture of at least \(window.size)×\(window.size)", found: "\(current)")
    }
    return (rows, columns)
  }

  private func picture(label: String) throws(SpecError) -> (channels: Int, height: Int, width: Int) {
    guard case .picture(let channels, let height, let width) = current else {
      throw .shapeMismatch(layer: label, expected: "a picture", found: "a vector of \(current)")
    }
    return (channels, height, width)
  }

  private mutating func add(name: String, role: ParameterSpec.Role, shape: [Int]) {
    let parameter = ParameterSpec(name: "\(name).\(role.rawValue)", layer: shapes.count, role: role, shape: shape)
    parameters.append(parameter)
    storedCount += parameter.count
  }

  private mutating func nextName(_ kind: String) -> String {
    numbers[kind, default: 0] += 1
    return "\(kind)\(numbers[kind, default: 0])"
  }
}
