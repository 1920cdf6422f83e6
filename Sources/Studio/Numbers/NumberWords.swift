import Charts
import Recognition
import Toolkit

/// What is said about a number: in the panel and, as plain text, in the status line.
package struct NumberWords: Equatable {
  /// A sentence in place of a number, and what to do.
  package var sentence = ""
  package var detail = ""
  var icon: Icon?
  var tone = Tone.muted
  /// The word beside the icon.
  package var word = ""
  /// One plain sentence.
  package var readOut = ""

  /// The words for `number`; `isFresh` is false while an answer is still to be asked for.
  init(_ number: ReadNumber?, isFresh: Bool, hasDrawn: Bool) {
    guard isFresh else {
      sayNothing("Press Enter", "to have the number read", "Press Enter to have the number read.")
      return
    }
    guard let number else {
      let hint = hasDrawn ? "or drop a picture here" : "several digits, a minus sign, a decimal point"
      sayNothing("Write a number", hint, "Ready. Write a number.")
      return
    }
    guard !number.signs.isEmpty else {
      if number.reading.isTooMuch {
        let most = NumberReader.mostParts
        sayNothing("Too many strokes", "a number has \(most) at most", "A number has \(most) strokes at most.")
      } else if number.unit == 1 {
        sayNothing("Only a dot so far", "keep drawing", "Only a dot so far.")
      } else {
        sayNothing("No number here", "in the picture or the ink", "There is no number in the picture.")
      }
      return
    }
    say(number)
  }

  private mutating func sayNothing(_ sentence: String, _ detail: String, _ readOut: String) {
    (self.sentence, self.detail, self.readOut) = (sentence, detail, readOut)
  }

  private mutating func say(_ number: ReadNumber) {
    let spoken = "\(NumberWords.spoken(number.reading)): \(number.shownText)."
    let digits = number.reading.digits
    guard let least = digits.map(\.confidence).min() else {
      (detail, readOut) = ("No digit so far", spoken)
      return
    }
    let unsure = digits.indices.filter { digits[$0].isUnsure }
    guard let first = unsure.first else {
      (icon, tone, word) = (.check, .good, "Sure")
      let share = NumberText.answered(Double(least)) + " %"
      detail = digits.count == 1 ? share : "\(digits.count) digits, the least \(share)"
      readOut = spoken + " Sure."
      return
    }
    (icon, tone, word) = (.help, .warn, "Not sure")
    let doubt = NumberWords.doubt(digits[first])
    detail = unsure.count == 1 ? "digit \(first + 1): \(doubt)" : "\(unsure.count) of \(digits.count) digits"
    readOut = "\(spoken) Not sure: digit \(first + 1), \(doubt)."
  }

  /// What an unsure digit may be.
  static func doubt(_ sign: NumberSymbol) -> String {
    guard let answer = sign.answer, let digit = answer.digit else { return "" }
    if Reading.Verdict(answer) == .notDigit { return "closest \(digit)" }
    return "\(digit) or \(answer.second ?? digit)"
  }

  /// The number sign by sign, such as `Minus one two point five`.
  static func spoken(_ reading: NumberReading) -> String {
    let lines = reading.lines.map { line in
      line.map { sign in
        switch sign.kind {
        case .digit(let digit): DigitWord.text(digit)
        case .minus: "minus"
        case .point: "point"
        }
      }.joined(separator: " ")
    }
    let text = lines.joined(separator: ", ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
