import Graphics
import Toolkit

/// A line of advice after a small dot.
struct TipLook: Look {
  var text: String

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    context.fill(Path(circleAt: Point(x: frame.x + 4, y: frame.midY), radius: 2.5), with: state.theme.accent)
    let baseline = frame.midY + Font.body.digitHeight / 2
    let shown = Font.body.fitted(text, width: frame.width - 16)
    context.draw(shown, at: Point(x: frame.x + 16, y: baseline), font: .body, color: state.theme.text)
  }
}
