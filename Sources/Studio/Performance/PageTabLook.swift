import Graphics
import Toolkit

/// A tab of the second row: the chosen one on a quiet ground.
struct PageTabLook: Look {
  var text: String
  var isCurrent: Bool
  var font: Font

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    if isCurrent {
      context.fill(Path(frame, radius: 6), with: theme.quietAccent)
    } else if state.isHovered || state.isPressed {
      context.fill(Path(frame, radius: 6), with: state.isPressed ? theme.controlPressed : theme.controlHover)
    }
    let tone = isCurrent || state.isHovered ? theme.text : theme.muted
    let shown = font.fitted(text, width: frame.width - 12)
    let x = frame.midX - font.width(of: shown) / 2
    context.draw(shown, at: Point(x: x, y: frame.midY + font.digitHeight / 2), font: font, color: tone)
  }
}
