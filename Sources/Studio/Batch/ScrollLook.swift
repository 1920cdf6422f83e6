import Graphics
import Toolkit

/// A scroll bar: a knob on a track.
struct ScrollLook: Look {
  /// Where the knob begins and how high it is, in units from the upper end.
  var top: Double
  var height: Double

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let x = frame.maxX - 12
    let track = Rect(x: x, y: frame.y + 4, width: 8, height: frame.height - 8)
    context.fill(Path(track, radius: 4), with: state.theme.track)
    let knob = Rect(x: x, y: state.snapped(frame.y + top), width: 8, height: height)
    context.fill(Path(knob, radius: 4), with: state.isPressed || state.isHovered ? state.theme.edge : state.theme.bar)
  }
}
