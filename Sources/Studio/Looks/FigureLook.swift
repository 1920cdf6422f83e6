import Graphics
import Toolkit

/// The answer: one large digit, filled or as an outline.
struct FigureLook: Look {
  var text: String
  var isOutlined: Bool
  var size: Double

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let font = Font(size: size, weight: .bold)
    let baseline = Point(x: frame.x, y: frame.y + font.digitHeight)
    if isOutlined {
      context.outline(text, at: baseline, font: font, with: Graphics.Stroke(state.theme.warn, width: 3, isRound: true))
    } else {
      context.draw(text, at: baseline, font: font, color: state.theme.text)
    }
  }
}
