import FoundationEssentials

/// JSON as people read it: several lines, keys in alphabetical order, the same bytes for the same value.
enum JSONText {
  /// `value` as text with a newline at its end.
  static func text(of value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let data = try? encoder.encode(value) else { preconditionFailure("no JSON for \(value)") }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
