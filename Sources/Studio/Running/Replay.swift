package import Graphics
package import Ink
package import Toolkit

/// Drawings on their way through the input path, as a hand would draw them.
package struct Replay {
  /// What happens next.
  package enum Step: Equatable {
    case event(PointerEvent)
    case clear
  }

  /// The hand that draws.
  static let device = -1
  private var steps: [(time: Duration, step: Step)] = []
  private var next = 0
  /// Between two drawings, so that an answer can be seen.
  private static let pause = Duration.milliseconds(600)

  /// The time of the next step; nil at the end.
  package var deadline: Duration? { next < steps.count ? steps[next].time : nil }

  /// Draws `drawings` one after the other on a canvas shown in `frame`, in pixels, beginning at `start`.
  package init(_ drawings: [Drawing], in frame: Rect, startingAt start: Duration) {
    var time = start
    for (index, drawing) in drawings.enumerated() {
      if index > 0 { steps.append((time, .clear)) }
      time = append(drawing.fitted, in: frame, at: time) + Replay.pause
    }
  }

  /// The step whose time has come.
  package mutating func pop(at now: Duration) -> Step? {
    guard let deadline, deadline <= now else { return nil }
    next += 1
    return steps[next - 1].step
  }

  /// Adds the samples of a drawing, without times one every 4 ms, and says when it ends.
  private mutating func append(_ drawing: Drawing, in frame: Rect, at start: Duration) -> Duration {
    var time = start
    for stroke in drawing.strokes {
      var last: PointerEvent?
      for point in stroke.points where point.x.isFinite && point.y.isFinite {
        let said = point.milliseconds.map { start + .milliseconds(min(60_000, max(0, $0))) }
        time = max(time + .milliseconds(1), said ?? time + .milliseconds(4))
        let event = Replay.event(point, last == nil ? .down(.primary) : .moved, in: frame, at: time)
        steps.append((time, .event(event)))
        last = event
      }
      guard var release = last else { continue }
      release.phase = .up(.primary)
      steps.append((time, .event(release)))
      time += .milliseconds(60)
    }
    return time
  }

  private static func event(
    _ point: InkPoint, _ phase: PointerEvent.Phase, in frame: Rect, at time: Duration
  ) -> PointerEvent {
    let place = CanvasSpace.inWindow(Rect(x: point.x, y: point.y, width: 0, height: 0), shownIn: frame)
    return PointerEvent(
      phase, at: Point(x: place.x, y: place.y), tool: .pen, device: Replay.device, pressure: point.pressure,
      milliseconds: UInt32(truncatingIfNeeded: Int(time.milliseconds)))
  }
}
