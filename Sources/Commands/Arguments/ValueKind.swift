import Training

/// What follows an option: nothing, a text, several texts at once or one by one, a number in a range, or one of several words.
package enum ValueKind: Equatable, Sendable {
  case none
  /// `placeholder` stands for the value in the help text.
  case text(placeholder: String)
  /// Everything up to the next option, each time that it is given.
  case texts(placeholder: String)
  /// One text each time that it is given.
  case repeatable(placeholder: String)
  case integer(placeholder: String, ClosedRange<Int>)
  case number(placeholder: String, NumberRange)
  case choice([String])

  /// What stands for the value in the help text; empty for a switch.
  package var placeholder: String {
    switch self {
    case .none: ""
    case .texts(let placeholder): "\(placeholder)…"
    case .text(let placeholder), .repeatable(let placeholder), .integer(let placeholder, _),
      .number(let placeholder, _):
      placeholder
    case .choice(let words): words.joined(separator: "|")
    }
  }

  /// Reads `text`; `subject` is what an error names, such as `--epochs`.
  func parse(_ text: String, of subject: String) throws(UsageError) -> OptionValue {
    switch self {
    case .none:
      throw UsageError("\(subject) takes no value, not '\(text)'; leave the value out")
    case .text:
      guard !text.isEmpty else { throw UsageError("\(subject) needs a value, not an empty text") }
      return .text(text)
    case .texts, .repeatable:
      guard !text.isEmpty else { throw UsageError("\(subject) needs a value, not an empty text") }
      return .texts([text])
    case .integer(_, let range):
      guard let value = Int(text), range.contains(value) else { throw UsageError.wholeNumber(subject, range, text) }
      return .integer(value)
    case .number(_, let range):
      guard let value = DecimalText.value(of: text) else {
        throw UsageError("\(subject) must be a number \(range), not '\(text)'")
      }
      guard range.contains(value) else { throw UsageError("\(subject) must be \(range), not '\(text)'") }
      return .number(value)
    case .choice(let words):
      guard words.contains(text) else { throw UsageError.choice(subject, words, text) }
      return .text(text)
    }
  }
}

extension UsageError {
  fileprivate static func wholeNumber(_ subject: String, _ range: ClosedRange<Int>, _ text: String) -> UsageError {
    let words =
      range.upperBound == .max ? "of at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
    return UsageError("\(subject) must be a whole number \(words), not '\(text)'")
  }

  fileprivate static func choice(_ subject: String, _ words: [String], _ text: String) -> UsageError {
    let list = words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
    return UsageError("\(subject) must be \(list), not '\(text)'")
  }
}
