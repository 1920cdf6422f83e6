import Charts
import Ink
import Recognition

extension StudioState {
  /// What the title bar says: the answer, the drawing, the program.
  package var windowTitle: String {
    let parts = tab == .draw ? [isNumber ? numberTitle : titleAnswer, documentName] : [tab.title, nil]
    return (parts.compactMap(\.self) + ["Inkling"]).joined(separator: " · ")
  }

  /// The answer in a few words; nil where there is none.
  private var titleAnswer: String? {
    guard settings.isLive || reading.revision == document.revision, let answer = reading.answer,
      let digit = answer.digit
    else { return nil }
    switch reading.verdict {
    case .sure: return "\(digit) · \(NumberText.probability(Double(answer.confidence)))"
    case .unsure: return "\(digit) or \(answer.second ?? digit)"
    case .notDigit: return "Not a digit"
    case .blank, .speck: return nil
    }
  }
}
