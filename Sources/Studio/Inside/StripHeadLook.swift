import Graphics
import Toolkit

/// The name of a strip, and beside it what it consists of.
struct StripHeadLook: Look {
  var title: String
  var detail: String

  var text: String { "\(title): \(detail)" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let baseline = frame.midY + Font.bodyBold.digitHeight / 2
    let shown = Font.bodyBold.fitted(title, width: frame.width)
    context.draw(shown, at: Point(x: frame.x, y: baseline), font: .bodyBold, color: state.theme.text)
    let x = frame.x + Font.bodyBold.width(of: shown) + 12
    let rest = Font.secondary.fitted(detail, width: max(0, frame.maxX - x))
    context.draw(rest, at: Point(x: x, y: baseline), font: .secondary, color: state.theme.muted)
  }
}
