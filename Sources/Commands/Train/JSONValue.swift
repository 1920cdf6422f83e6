import FoundationEssentials

/// Any JSON value.
enum JSONValue: Equatable, Codable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let found = try? value.decode(Bool.self) {
      self = .bool(found)
    } else if let found = try? value.decode(Int.self) {
      self = .integer(found)
    } else if let found = try? value.decode(Double.self) {
      self = .number(found)
    } else if let found = try? value.decode(String.self) {
      self = .string(found)
    } else if let found = try? value.decode([JSONValue].self) {
      self = .array(found)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .null: try value.encodeNil()
    case .bool(let found): try value.encode(found)
    case .integer(let found): try value.encode(found)
    case .number(let found): try value.encode(found)
    case .string(let found): try value.encode(found)
    case .array(let found): try value.encode(found)
    case .object(let found): try value.encode(found)
    }
  }

  /// The value as it would be typed on a command line; nil for what cannot be.
  var word: String? {
    switch self {
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let text): text
    case .null, .bool, .array, .object: nil
    }
  }

  /// The texts that the value is or has; nil for what is no text and no list of texts.
  var texts: [String]? {
    guard case .array(let values) = self else { return word.map { [$0] } }
    let words = values.compactMap(\.word)
    return words.count == values.count ? words : nil
  }

  /// The value as another type that can be made of it.
  func decoded<Value: Decodable>(as type: Value.Type) throws -> Value {
    try JSONDecoder().decode(type, from: JSONEncoder().encode(self))
  }
}
