/// Why a description of a network cannot be used.
public enum SpecError: Error, Equatable, CustomStringConvertible {
  /// A layer does not accept what the layer before it gives.
  case shapeMismatch(layer: String, expected: String, found: String)
  /// A layer has a value outside its range.
  case badValue(layer: String, reason: String)
  /// A word of the text form is not known.
  case unknownLayer(text: String)
  /// A layer of the text form has too few, too many or unreadable numbers.
  case badLayer(text: String, reason: String)
  /// The description has no layers, or is too large.
  case badNetwork(reason: String)

  public var description: String {
    switch self {
    case .shapeMismatch(let layer, let expected, let found):
      "layer \(layer) expects \(expected) but gets \(found)"
    case .badValue(let layer, let reason): "layer \(layer): \(reason)"
    case .unknownLayer(let text):
      "unknown layer '\(text)'; known are conv, dense, bn, relu, leaky, gelu, tanh, sigmoid, pool, avgpool, gap, "
        + "dropout, spatialdropout, flatten"
    case .badLayer(let text, let reason): "layer '\(text)': \(reason)"
    case .badNetwork(let reason): reason
    }
  }
}
