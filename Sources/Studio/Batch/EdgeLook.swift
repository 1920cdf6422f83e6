import Graphics
import Toolkit

/// A line below the titles of a table: stronger than those between its rows.
struct EdgeLook: Look {
  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let line = Rect(x: frame.x, y: state.snapped(frame.y), width: frame.width, height: state.hairline)
    context.fill(line, with: state.theme.edge)
  }
}
