import DigitData
import Recognition

/// Prints what came of each input as soon as it is known, and counts.
final class AnswerPrinter {
  private var tally = AnswerTally()
  private let console: Console
  private let isJSON: Bool
  private let row: AnswerRow
  private var line: [UInt8] = []

  /// Prints lines of JSON, or rows whose inputs have names of up to `nameWidth` characters.
  init(_ console: Console, isJSON: Bool, nameWidth: Int) {
    self.console = console
    self.isJSON = isJSON
    row = AnswerRow(nameWidth: nameWidth)
  }

  /// Whether anybody reads what is printed.
  var hasReader: Bool { console.outputError == 0 }

  /// Prints what was found; `label` is what somebody said that it is.
  func show(_ finding: Finding, name: String, label: String? = nil) {
    switch finding {
    case .digit(let answer):
      let digit = AnswerPrinter.digit(label)
      write(row.text(name, answer, label: digit)) { AnswerLine.append(answer, index: $0, to: &$1) }
      tally.add(answer.status, isCorrect: digit.map { $0 == answer.digit })
    case .number(let number):
      let text = AnswerPrinter.number(label)
      write(row.text(name, number, label: text)) { AnswerLine.append(number, index: $0, to: &$1) }
      tally.add(number.status, isCorrect: text.map { $0 == number.text })
    }
  }

  /// The digit that a label names; nil for letters and other things.
  private static func digit(_ label: String?) -> Int? {
    label.flatMap(Int.init).flatMap { 0..<Probabilities.count ~= $0 ? $0 : nil }
  }

  /// The number that a label names; nil for letters and other things.
  private static func number(_ label: String?) -> String? {
    label.flatMap { $0.contains { ("0"..."9").contains($0) } && $0.allSatisfy("0123456789-.".contains) ? $0 : nil }
  }

  /// Prints that an input cannot be read.
  func show(error message: String, name: String) {
    write(row.text(name, error: message)) { AnswerLine.append(error: message, index: $0, to: &$1) }
    tally.addError()
  }

  /// Tells what people want to know at the end, and gives the exit status.
  func finish() -> ExitStatus {
    guard hasReader else { return tally.status }
    if let accuracy = tally.accuracy { console.note("\(Program.predict.name): \(accuracy)") }
    if tally.errors > 0 {
      console.note("\(Program.predict.name): \(tally.errors) of \(tally.count) inputs cannot be read")
    }
    return tally.status
  }

  private func write(_ text: @autoclosure () -> String, json: (Int, inout [UInt8]) -> Void) {
    line.removeAll(keepingCapacity: true)
    if isJSON { json(tally.count, &line) } else { line += (text() + "\n").utf8 }
    console.result(lines: line)
  }
}
