/// What was given: options by name, and operands.
struct OptionValues: Equatable, Sendable {
  /// The arguments that belong to no option, in their order.
  var operands: [String] = []
  private var values: [String: OptionValue] = [:]

  /// Nothing given.
  init() {}

  /// The value of one option, by its name without dashes.
  subscript(name: String) -> OptionValue? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// The names of the options that were given, in alphabetical order.
  var names: [String] { values.keys.sorted() }

  /// Whether the option was given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// Whether a switch is on.
  func isOn(_ name: String) -> Bool { values[name] == .flag(true) }

  /// The text of an option.
  func text(_ name: String) -> String? {
    if case .text(let text) = values[name] { text } else { nil }
  }

  /// The texts of an option, in the order in which they were given.
  func texts(_ name: String) -> [String] {
    if case .texts(let texts) = values[name] { texts } else { [] }
  }

  /// Takes over a value; texts come after those that are there.
  mutating func add(_ value: OptionValue, to name: String) {
    if case .texts(let more) = value { values[name] = .texts(texts(name) + more) } else { values[name] = value }
  }

  /// The whole number of an option.
  func integer(_ name: String) -> Int? {
    if case .integer(let value) = values[name] { value } else { nil }
  }

  /// The number of an option.
  func number(_ name: String) -> Double? {
    if case .number(let value) = values[name] { value } else { nil }
  }

  /// These values, and those of `others` where there is none here.
  func over(_ others: OptionValues) -> OptionValues {
    var result = others
    result.operands = operands
    for (name, value) in values { result[name] = value }
    return result
  }
}
