import Graphics
import Ink
import Toolkit

/// Turns a drawing into what a hand would do to draw it.
enum ReplayEvents {
  /// The events that draw `drawing` on a canvas that is shown in `frame` (pixels); without times, one sample every 4 ms.
  static func events(for drawing: Drawing, in frame: Rect, startingAt start: UInt32) -> [InputEvent] {
    var events: [InputEvent] = []
    var time = start
    for stroke in drawing.fitted.strokes {
      let points = stroke.points.filter { $0.x.isFinite && $0.y.isFinite }
      for (index, point) in points.enumerated() {
        time = max(time &+ 1, point.milliseconds.map { start &+ UInt32(clamping: Int($0)) } ?? time &+ 4)
        let place = CanvasSpace.inWindow(
          Rect(x: point.x, y: point.y, width: 0, height: 0), shownIn: frame)
        let event = PointerEvent(
          index == 0 ? .down(.primary) : .moved, at: Point(x: place.x, y: place.y), tool: .pen,
          pressure: point.pressure, milliseconds: time)
        events.append(.pointer(event))
        if index == points.count - 1 {
          var release = event
          release.phase = .up(.primary)
          release.milliseconds = time &+ 1
          events.append(.pointer(release))
        }
      }
      time = time &+ 100
    }
    return events
  }
}
