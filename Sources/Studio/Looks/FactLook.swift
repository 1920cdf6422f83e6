import Graphics
import Toolkit

/// A row of facts: what it is on the left, the value on the right, a hairline below.
struct FactLook: Look {
  var label: String
  var value: String
  var hasLine = true
  var tone = Tone.text

  var text: String { "\(label): \(value)" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let baseline = frame.midY + Font.body.digitHeight / 2
    let width = Font.body.width(of: value)
    let shown = Font.secondary.fitted(label, width: frame.width - width - 12)
    context.draw(shown, at: Point(x: frame.x, y: baseline), font: .secondary, color: theme.muted)
    context.draw(value, at: Point(x: frame.maxX - width, y: baseline), font: .body, color: tone.color(in: theme))
    guard hasLine else { return }
    let line = Rect(
      x: frame.x, y: state.snapped(frame.maxY - state.hairline), width: frame.width, height: state.hairline)
    context.fill(line, with: theme.line)
  }
}
