extension LayerSpec: CustomStringConvertible {
  /// The slope of `leaky` when none is given.
  public static let defaultSlope: Float = 0.01

  /// The layer in the text form, such as `conv 32 3 stride 2 valid nobias`.
  public var description: String {
    let word = LayerKind(self).rawValue
    switch self {
    case .convolution(let filters, let kernel, let stride, let padding, let bias):
      return "\(word) \(filters) \(kernel)" + (stride == 1 ? "" : " stride \(stride)")
        + (padding == .valid ? " valid" : "") + (bias ? "" : " nobias")
    case .dense(let units, let bias): return "\(word) \(units)" + (bias ? "" : " nobias")
    case .maxPool(let size, let stride), .averagePool(let size, let stride):
      return "\(word) \(size)" + (stride == size ? "" : " stride \(stride)")
    case .leakyRelu(let number), .dropout(let number), .spatialDropout(let number):
      return "\(word) \(LayerSpec.text(of: number))"
    case .batchNormalization, .relu, .gelu, .tanh, .sigmoid, .globalAveragePool, .flatten: return word
    }
  }

  /// The shortest decimal that reads back as `number`, without the zero before the point.
  private static func text(of number: Float) -> String {
    let text = "\(number)"
    if text.hasSuffix(".0") { return String(text.dropLast(2)) }
    if text.hasPrefix("-0.") { return "-" + text.dropFirst(2) }
    return text.hasPrefix("0.") ? String(text.dropFirst()) : text
  }
}
