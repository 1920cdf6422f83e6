/// Writes the few forms of JSON that our own files need.
package enum JSONWriter {
  /// `text` in quotes, with escapes where JSON asks for them.
  package static func string(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else { return "\"\(text)\"" }
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
  package static func object(_ members: [(key: String, value: String)]) -> String {
    "{" + members.map { "\(string($0.key)):\($0.value)" }.joined(separator: ",") + "}"
  }

  /// A list of strings.
  package static func array(_ strings: [String]) -> String { "[" + strings.map(string).joined(separator: ",") + "]" }

  /// The shortest decimal form of a finite `number` that reads back as the same value.
  package static func number(_ number: Double) -> String {
    precondition(number.isFinite, "JSON has no form for \(number)")
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
