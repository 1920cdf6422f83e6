/// The edge of a capsule, made ready for the question from where to where a horizontal line lies in it.
struct CapsuleEdge {
  /// A straight side, given by its x at a y between `top` and `bottom`.
  struct Side {
    private var top = Double.infinity
    private var bottom = -Double.infinity
    private var x = 0.0
    private var slope = 0.0

    /// A side that is nowhere.
    init() {}

    init(from start: Point, to end: Point) {
      guard start.y != end.y else { return }
      (top, bottom) = (min(start.y, end.y), max(start.y, end.y))
      slope = (end.x - start.x) / (end.y - start.y)
      x = start.x - slope * start.y
    }

    @inline(__always)
    fileprivate func include(in interval: inout Interval, at y: Double) {
      if y >= top, y <= bottom { interval.include(x + slope * y) }
    }
  }

  /// Numbers from `left` to `right`; none where `left` is the larger.
  struct Interval {
    var left = Double.infinity
    var right = -Double.infinity

    @inline(__always)
    fileprivate mutating func include(_ x: Double) {
      left = min(left, x)
      right = max(right, x)
    }
  }

  private let start: Circle
  private let end: Circle
  var sides = (Side(), Side())

  init(_ start: Circle, _ end: Circle) { (self.start, self.end) = (start, end) }

  /// The part of the horizontal line at `y` that lies inside.
  @inline(__always)
  func interval(at y: Double) -> Interval {
    var interval = Interval()
    start.include(in: &interval, at: y)
    end.include(in: &interval, at: y)
    sides.0.include(in: &interval, at: y)
    sides.1.include(in: &interval, at: y)
    return interval
  }
}

/// A circle; one without a positive radius holds nothing.
struct Circle {
  private let center: Point
  private let square: Double

  init(center: Point, radius: Double) {
    self.center = center
    square = radius > 0 ? radius * radius : -1
  }

  @inline(__always)
  fileprivate func include(in interval: inout CapsuleEdge.Interval, at y: Double) {
    let rise = y - center.y
    let rest = square - rise * rise
    guard rest >= 0 else { return }
    let half = rest.squareRoot()
    interval.include(center.x - half)
    interval.include(center.x + half)
  }
}
