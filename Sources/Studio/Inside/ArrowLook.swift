import Graphics
import Toolkit

/// An arrow to the right.
struct ArrowLook: Look {
  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let y = state.snapped(frame.midY)
    var path = Path(through: [Point(x: frame.x + 2, y: y), Point(x: frame.maxX - 2, y: y)])
    path.move(to: Point(x: frame.maxX - 9, y: y - 6))
    path.line(to: Point(x: frame.maxX - 2, y: y))
    path.line(to: Point(x: frame.maxX - 9, y: y + 6))
    context.stroke(path, with: Graphics.Stroke(state.theme.muted, width: 1.5, isRound: true))
  }
}
