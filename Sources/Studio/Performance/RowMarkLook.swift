import Graphics
import Toolkit

/// The ground of a row of a table that is chosen or under the pointer.
struct RowMarkLook: Look {
  var isChosen: Bool

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    context.fill(Path(frame, radius: 4), with: isChosen ? state.theme.quietAccent : state.theme.controlHover)
  }
}
