import Recognition
import Training

/// What came of one input as a row for people; rows written one by one stand in columns.
struct AnswerRow {
  private static let widths = 4...40
  private let nameWidth: Int

  /// Rows whose inputs have names of up to `nameWidth` characters.
  init(nameWidth: Int) {
    self.nameWidth = min(max(nameWidth, AnswerRow.widths.lowerBound), AnswerRow.widths.upperBound)
  }

  /// The row of an answer; `label` is the digit that somebody said it is.
  func text(_ name: String, _ answer: Answer, label: Int? = nil) -> String {
    guard let digit = answer.digit, let second = answer.second else { return row(name, status: "blank") }
    var status =
      "\(answer.status == .ok ? "ok    " : "unsure")  then \(second), \(percent(answer.probabilities[second]))"
    if let label, label != digit { status += "  (labelled \(label))" }
    return row(name, digit: "\(digit)", confidence: percent(answer.confidence), status: status)
  }

  /// The row of a number with its least sure digit; `label` is the number that somebody said it is.
  func text(_ name: String, _ number: NumberReading, label: String? = nil) -> String {
    guard let least = number.digits.map(\.confidence).min() else { return row(name, status: "blank") }
    var status = number.status == .ok ? "ok" : "unsure"
    if let label, label != number.text { status += "  (labelled \(label))" }
    return row(name, digit: OneLine.text(number.text), confidence: percent(least), status: status)
  }

  /// The row of an input that cannot be read.
  func text(_ name: String, error message: String) -> String {
    row(name, status: "error   \(OneLine.text(message))")
  }

  private func row(_ name: String, digit: String = "–", confidence: String = "", status: String) -> String {
    Columns.text([OneLine.text(name), digit, confidence, status], widths: [nameWidth, 1, 8, 0])
  }

  private func percent(_ share: Float) -> String { DecimalText.percent(Double(share)) + " %" }
}
