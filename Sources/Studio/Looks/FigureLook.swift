import Graphics
import Toolkit

/// The answer: one large digit, filled or as an outline.
struct FigureLook: Look {
  var text: String
  var isOutlined: Bool
  var size: Double

  /// What the outline needs around the figure.
  static let margin = 4.0

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let font = Font(size: size, weight: .bold)
    let baseline = Point(x: frame.x + FigureLook.margin, y: frame.y + FigureLook.margin + font.digitHeight)
    if isOutlined {
      context.outline(text, at: baseline, font: font, with: Graphics.Stroke(state.theme.warn, width: 3, isRound: true))
    } else {
      context.draw(text, at: baseline, font: font, color: state.theme.text)
    }
  }
}
