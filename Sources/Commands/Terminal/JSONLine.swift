import FoundationEssentials

/// Values as one line of JSON.
enum JSONLine {
  /// `value` in one line, keys in alphabetical order; numbers that are not finite become null or a text, never bare.
  static func text(of value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let data = try? encoder.encode(value) else { preconditionFailure("no JSON for \(value)") }
    return String(decoding: data, as: UTF8.self)
  }
}
