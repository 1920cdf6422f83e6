import Graphics
import Toolkit

/// A thin box around the ink of a sign, and beside it what it is read as.
struct SignBoxLook: Look {
  var label: String
  var isUnsure: Bool
  var isChosen: Bool
  /// Whether the label stands above the box and not below.
  var isLabelAbove: Bool

  var text: String { label + (isChosen ? " (chosen)" : "") }

  static let labelHeight = 20.0

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let height = SignBoxLook.labelHeight
    let box = frame.inset(top: isLabelAbove ? height : 0, bottom: isLabelAbove ? 0 : height)
    let color = isUnsure ? theme.warn : isChosen ? theme.accent : theme.edge
    let width = isChosen ? state.thickness(2) : state.hairline
    let dash: [Double] = isUnsure ? [5, 4] : []
    context.stroke(
      Path(state.snapped(box).inset(by: width / 2)), with: Graphics.Stroke(color, width: width, dash: dash))
    let font: Font = isChosen ? .secondaryBold : .secondary
    let middle = isLabelAbove ? box.y - height / 2 : box.maxY + height / 2
    let place = Point(x: frame.midX - font.width(of: label) / 2, y: middle + font.digitHeight / 2)
    context.draw(label, at: place, font: font, color: isUnsure ? theme.warn : isChosen ? theme.accent : theme.muted)
  }
}
