import Graphics
import Toolkit

/// The edge of one map among others: nothing unless it is chosen or pointed at.
struct MapLook: Look {
  var isChosen: Bool
  /// Whether there is no room for a line of the usual width.
  var isSmall: Bool

  var text: String { isChosen ? "chosen" : "" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    guard isChosen || state.isHovered || state.isPressed else { return }
    let width = isSmall ? 1.0 : 2
    let color = isChosen ? state.theme.text : state.theme.accent
    context.stroke(Path(frame.inset(by: width / 2)), with: Graphics.Stroke(color, width: width))
  }
}
