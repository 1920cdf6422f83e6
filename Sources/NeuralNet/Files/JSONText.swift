/// Writes the few forms of JSON that the model file needs.
enum JSONText {
  /// `text` in quotes, with escapes where JSON asks for them.
  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// An object with `members`, whose values are JSON already, in their order.
  static func object(_ members: [(key: String, value: String)]) -> String {
    "{" + members.map { "\(string($0.key)):\($0.value)" }.joined(separator: ",") + "}"
  }

  /// A list of strings.
  static func array(_ strings: [String]) -> String { "[" + strings.map(string).joined(separator: ",") + "]" }
}
