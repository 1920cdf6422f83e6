/// One row of a command's table of options.
package struct Option: Equatable, Sendable {
  /// The name without dashes, such as `learning-rate`.
  package let name: String
  package let value: ValueKind
  /// What it does, without a full stop.
  package let help: String
  /// What holds when it is not given, in words.
  let usual: String?
  let isRequired: Bool

  /// A row of the table.
  init(_ name: String, _ value: ValueKind, _ help: String, usual: String? = nil, isRequired: Bool = false) {
    self.name = name
    self.value = value
    self.help = help
    self.usual = usual
    self.isRequired = isRequired
  }

  /// The option as it is typed.
  package var flag: String { "--\(name)" }

  /// The name in camel case, as configuration files have it.
  package var key: String {
    let words = name.split(separator: "-")
    return words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
  }
}
