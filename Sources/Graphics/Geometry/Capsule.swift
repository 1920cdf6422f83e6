/// The hull of two circles: what a round pen covers on its way from one place to another while its width changes evenly.
public struct Capsule: Equatable, Sendable {
  public var start: Point
  public var end: Point
  /// Half the width of the pen at the start, 0 or more.
  public var startRadius: Double
  /// Half the width of the pen at the end, 0 or more.
  public var endRadius: Double

  /// Takes both circles as they are.
  public init(from start: Point, radius startRadius: Double, to end: Point, radius endRadius: Double) {
    self.start = start
    self.end = end
    self.startRadius = startRadius
    self.endRadius = endRadius
  }

  /// The smallest upright rectangle around it.
  public var bounds: Rect {
    let (left, top) = (min(start.x - startRadius, end.x - endRadius), min(start.y - startRadius, end.y - endRadius))
    let right = max(start.x + startRadius, end.x + endRadius)
    let bottom = max(start.y + startRadius, end.y + endRadius)
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}
