/// The values of one layer of the JSON form, with errors that name the layer and the key.
struct LayerFields {
  let kind: LayerKind
  private let label: String
  private let container: KeyedDecodingContainer<LayerKey>

  /// Reads the type and checks the names of the other keys.
  init(_ decoder: any Decoder) throws {
    let number = decoder.codingPath.last?.intValue.map { "\($0 + 1) " } ?? ""
    guard let container = try? decoder.container(keyedBy: LayerKey.self),
      let type = try? container.decode(String.self, forKey: "type")
    else { throw SpecError.badValue(layer: number + "{…}", reason: "needs a \"type\" such as \"relu\"") }
    guard let kind = LayerKind(rawValue: type) else { throw SpecError.unknownLayer(text: SpecError.excerpt(type)) }
    self.kind = kind
    self.container = container
    label = "\(number)'\(type)'"
    for key in container.allKeys.map(\.stringValue).sorted() where key != "type" && !kind.keys.contains(key) {
      let known = kind.keys.isEmpty ? "only \"type\" is known" : "known are \(kind.keys.joined(separator: ", "))"
      throw SpecError.badValue(layer: label, reason: "unknown key \"\(SpecError.excerpt(key))\"; \(known)")
    }
  }

  /// A whole number; required when there is no default.
  func integer(_ key: String, default value: Int? = nil) throws -> Int {
    let number = try self.value(key, "a whole number up to 999999", default: value)
    guard (0...999_999).contains(number) else { throw error(key, "a whole number up to 999999") }
    return number
  }

  /// A number; required when there is no default.
  func number(_ key: String, default value: Float? = nil) throws -> Float {
    try self.value(key, "a number", default: value)
  }

  /// A truth value.
  func bool(_ key: String, default value: Bool) throws -> Bool { try self.value(key, "true or false", default: value) }

  /// `same` unless the key `padding` says `valid`.
  func padding() throws -> LayerSpec.Padding {
    try value("padding", "\"same\" or \"valid\"", default: LayerSpec.Padding.same)
  }

  private func value<Value: Decodable>(_ key: String, _ expected: String, default value: Value?) throws -> Value {
    if let value, !container.contains(LayerKey(stringValue: key)) { return value }
    guard let read = try? container.decode(Value.self, forKey: LayerKey(stringValue: key)) else {
      throw error(key, expected)
    }
    return read
  }

  private func error(_ key: String, _ expected: String) -> SpecError {
    .badValue(layer: label, reason: "\"\(key)\" must be \(expected)")
  }
}
