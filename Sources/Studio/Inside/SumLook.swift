import Graphics
import Toolkit

/// A line of a calculation: what it is on the left, the number on the right; a result stands out below a line.
struct SumLook: Look {
  var label: String
  var number: String
  var isResult: Bool

  var text: String { "\(isResult ? "= " : "")\(label): \(number)" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let (labelFont, numberFont) = isResult ? (Font.secondaryBold, Font.bodyBold) : (Font.secondary, Font.body)
    let baseline = frame.midY + numberFont.digitHeight / 2
    let width = numberFont.width(of: number)
    let shown = labelFont.fitted(label, width: frame.width - width - 16)
    context.draw(
      shown, at: Point(x: frame.x, y: baseline), font: labelFont, color: isResult ? theme.text : theme.muted)
    context.draw(number, at: Point(x: frame.maxX - width, y: baseline), font: numberFont, color: theme.text)
    guard isResult else { return }
    let line = Rect(x: frame.maxX - 72, y: state.snapped(frame.y), width: 72, height: state.hairline)
    context.fill(line, with: theme.edge)
  }
}
