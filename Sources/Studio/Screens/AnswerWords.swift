import Charts
import Recognition
import Toolkit

/// What is said about a reading: in the panel and, as plain text, in the status line.
package struct AnswerWords: Equatable {
  /// How the large figure is drawn.
  package enum FigureStyle: Equatable {
    case filled, outlined
  }

  package var figure = ""
  package var style = FigureStyle.filled
  /// The first line is a percentage, drawn large; otherwise it is a sentence.
  package var percentage: String?
  package var sentence = ""
  package var detail = ""
  var icon: Icon?
  var tone = Tone.muted
  /// The word beside the icon.
  package var word = ""
  /// One plain sentence.
  package var readOut = ""

  /// The words for `reading`; `isFresh` is false while an answer is still to be asked for.
  init(_ reading: Reading, isFresh: Bool, hasDrawn: Bool) {
    guard isFresh else {
      sayAsk()
      return
    }
    guard let answer = reading.answer, let digit = answer.digit, reading.verdict != .speck else {
      if reading.verdict == .speck { saySpeck() } else { sayBlank(hasDrawn: hasDrawn) }
      return
    }
    let second = answer.second ?? digit
    let (top, next) = (Double(answer.confidence), Double(answer.probabilities[second]))
    switch reading.verdict {
    case .sure: saySure(digit, second, top, next)
    case .notDigit: sayNotDigit(digit)
    default: sayUnsure(digit, second, top, next)
    }
  }

  private mutating func sayBlank(hasDrawn: Bool) {
    sentence = "Draw a digit"
    detail = hasDrawn ? "or drop a picture here" : "with mouse, pen or finger, or drop a picture"
    readOut = "Ready. Draw a digit."
  }

  private static func spoken(_ share: Double) -> String {
    let text = NumberText.answered(share)
    return text.hasPrefix("> ") ? "more than " + text.dropFirst(2) : text
  }

  private mutating func saySpeck() {
    sentence = "Only a dot so far"
    detail = "keep drawing"
    readOut = "Only a dot so far."
  }

  private mutating func sayAsk() {
    sentence = "Press Enter"
    detail = "to have the drawing read"
    readOut = "Press Enter to have the drawing read."
  }

  private mutating func saySure(_ digit: Int, _ second: Int, _ top: Double, _ next: Double) {
    figure = "\(digit)"
    percentage = NumberText.answered(top)
    (icon, tone, word) = (.check, .good, "Sure")
    detail = "next \(second), \(NumberText.percent(next)) %"
    readOut = "\(DigitWord.capitalised(digit)), \(AnswerWords.spoken(top)) percent. Sure."
  }

  private mutating func sayUnsure(_ digit: Int, _ second: Int, _ top: Double, _ next: Double) {
    figure = "\(digit)"
    style = .outlined
    sentence = "Not sure: \(digit) or \(second)"
    (icon, tone) = (.help, .warn)
    detail = "\(NumberText.answered(top)) % against \(NumberText.percent(next)) %"
    readOut =
      "Not sure: \(DigitWord.text(digit)) \(AnswerWords.spoken(top)) percent, "
      + "\(DigitWord.text(second)) \(NumberText.percent(next)) percent."
  }

  private mutating func sayNotDigit(_ digit: Int) {
    figure = "?"
    style = .outlined
    sentence = "Not a digit"
    (icon, tone) = (.help, .warn)
    detail = "closest: \(digit)"
    readOut = "This does not look like a digit. Closest: \(DigitWord.text(digit))."
  }
}

/// Digits as words.
enum DigitWord {
  private static let words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

  /// Such as "seven".
  static func text(_ digit: Int) -> String { words.indices.contains(digit) ? words[digit] : "\(digit)" }

  /// Such as "Seven".
  static func capitalised(_ digit: Int) -> String { text(digit).prefix(1).uppercased() + text(digit).dropFirst() }
}
