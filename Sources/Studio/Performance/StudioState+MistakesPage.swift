import Charts
import Graphics
import Toolkit

extension StudioState {
  /// Every digit that is read wrong, the surest first.
  func mistakesPage(_ parts: PerformanceLayout) -> [Element] {
    let digits = listedDigits
    let detail = performance.tests.map { _ in
      "\(NumberText.grouped(digits.count)) wrong, the surest first. Below each: what it is read as, and the next likely, in per cent."
    }
    return head("Mistakes", detail ?? "", of: [], in: parts.content)
      + digitList(digits, in: digitArea(parts), isSmall: parts.isSingle)
  }

  /// One plain sentence about the digit that is chosen.
  var digitReadOut: String {
    guard let tests = performance.tests, let digit = chosenDigit(of: listedDigits) else { return "" }
    let answer = tests.answers[digit]
    return
      "Test digit \(NumberText.grouped(digit)): written \(answer.written), read as \(answer.read), "
      + "\(NumberText.answered(answer.confidence)) percent."
  }
}
