import Graphics
import Toolkit

/// A place where something can be dropped.
struct DropLook: Look {
  var isTarget: Bool

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let outline = Path(state.snapped(frame).inset(by: 1), radius: 8)
    context.fill(outline, with: isTarget ? theme.quietAccent : theme.surface)
    let color = isTarget ? theme.accent : theme.edge
    context.stroke(outline, with: Graphics.Stroke(color, width: isTarget ? 3 : 1, dash: isTarget ? [] : [6, 4]))
  }
}
