import JSONText

/// Why a description of a network cannot be used.
public enum SpecError: Error, Equatable, CustomStringConvertible {
  /// A layer does not accept what the layer before it gives.
  case shapeMismatch(layer: String, expected: String, found: String)
  /// A layer has a value outside its range, or too few, too many or unreadable ones.
  case badValue(layer: String, reason: String)
  /// A word of the text form or a type of the JSON form is not known.
  case unknownLayer(text: String)
  /// `softmax` stands before other layers.
  case misplacedSoftmax(layer: Int)
  /// The description has no layers, is too large, or is not JSON.
  case badNetwork(reason: String)

  public var description: String {
    switch self {
    case .shapeMismatch(let layer, let expected, let found):
      "layer \(layer) expects \(expected) but gets \(found)"
    case .badValue(let layer, let reason): "layer \(layer): \(reason)"
    case .unknownLayer(let text): "unknown layer '\(text)'; known are \(LayerKind.list)"
    case .misplacedSoftmax(let layer): "layer \(layer) 'softmax' can only be the last one, where it is implied"
    case .badNetwork(let reason): reason
    }
  }

  /// The beginning of `text` as it may stand in a one-line message: short, without control characters.
  static func excerpt(_ text: some StringProtocol) -> String { Excerpt.of(text) }
}
