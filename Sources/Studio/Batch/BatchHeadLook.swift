import Graphics
import Toolkit

/// The title of a column; the one that the list is sorted by is bold and says which way.
struct BatchHeadLook: Look {
  var text: String
  /// nil where the list is sorted by another column; otherwise whether what is largest comes first.
  var isDescending: Bool?
  var isTrailing: Bool

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    if state.isHovered || state.isPressed {
      let fill = state.isPressed ? theme.controlPressed : theme.controlHover
      context.fill(Path(frame.inset(top: 4, bottom: 4), radius: 4), with: fill)
    }
    let font: Font = isDescending == nil ? .secondary : .secondaryBold
    let shown = font.fitted(text, width: frame.width - 8)
    let width = font.width(of: shown)
    let x = isTrailing ? frame.maxX - 8 - width : frame.x + 8
    let color = isDescending == nil ? theme.muted : theme.text
    context.draw(shown, at: Point(x: x, y: frame.midY + font.digitHeight / 2), font: font, color: color)
    guard let isDescending else { return }
    let tip = Point(x: isTrailing ? x - 12 : x + width + 9, y: frame.midY)
    let way: Double = isDescending ? 1 : -1
    let points = [
      Point(x: tip.x - 4, y: tip.y - 2 * way), Point(x: tip.x + 4, y: tip.y - 2 * way),
      Point(x: tip.x, y: tip.y + 3 * way),
    ]
    context.fill(Path(polygon: points), with: theme.text)
  }
}
