internal import FoundationEssentials

extension ModelSpec: Codable {
  /// Reads `{"input":[1,28,28],"layers":[…]}`, where `layers` is a list of layers or the text form and `input` may be
  /// left out for a digit.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: LayerKey.self)
    for key in container.allKeys.map(\.stringValue).sorted() where key != "input" && key != "layers" {
      throw SpecError.badNetwork(reason: "unknown key \"\(SpecError.excerpt(key))\"; known are input, layers")
    }
    let input = try ModelSpec.input(in: container)
    if let text = try? container.decode(String.self, forKey: "layers") {
      let spec = try ModelSpec(text: text)
      self = input == nil ? spec : try ModelSpec(input: input ?? spec.input, layers: spec.layers)
    } else {
      let layers = try container.decode([LayerSpec].self, forKey: "layers")
      try self.init(input: input ?? ModelSpec.digit, layers: layers)
    }
  }

  /// Writes `{"input":[1,28,28],"layers":[…]}`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: LayerKey.self)
    try container.encode(input.dimensions, forKey: "input")
    try container.encode(layers, forKey: "layers")
  }

  /// Reads the JSON form.
  public init(json: String) throws(SpecError) {
    guard json.utf8.count <= ModelSpec.longestText else {
      throw .badNetwork(reason: "the network is longer than \(ModelSpec.longestText) bytes")
    }
    do {
      self = try JSONDecoder().decode(ModelSpec.self, from: Data(json.utf8))
    } catch let error as SpecError {
      throw error
    } catch {
      throw .badNetwork(reason: #"the network is not JSON of the form {"input":[1,28,28],"layers":[…]}"#)
    }
  }

  /// The JSON form, with keys in alphabetical order.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // A checked spec holds nothing that JSON cannot: every number is finite.
    guard let data = try? encoder.encode(self) else { preconditionFailure("no JSON for \(text)") }
    return String(decoding: data, as: UTF8.self)
  }

  private static func input(in container: KeyedDecodingContainer<LayerKey>) throws -> TensorShape? {
    guard container.contains("input") else { return nil }
    guard let numbers = try? container.decode([Int].self, forKey: "input"), let shape = TensorShape(dimensions: numbers)
    else { throw SpecError.badNetwork(reason: "\"input\" must be a list such as [1,28,28] or [784]") }
    return shape
  }
}
