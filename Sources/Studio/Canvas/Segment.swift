import Graphics

/// A straight line between two places, which may be the same.
struct Segment: Equatable, Sendable {
  let start: Point
  let end: Point

  init(_ start: Point, _ end: Point) { (self.start, self.end) = (start, end) }

  /// The square of the shortest distance between two segments; 0 where they cross.
  func squaredDistance(to other: Segment) -> Double {
    if crosses(other) { return 0 }
    return min(
      squaredDistance(to: other.start), squaredDistance(to: other.end), other.squaredDistance(to: start),
      other.squaredDistance(to: end))
  }

  /// The square of the distance to a place.
  func squaredDistance(to point: Point) -> Double {
    let (x, y) = (end.x - start.x, end.y - start.y)
    let (px, py) = (point.x - start.x, point.y - start.y)
    let square = x * x + y * y
    let share = square > 0 ? min(1, max(0, (px * x + py * y) / square)) : 0
    let (dx, dy) = (px - x * share, py - y * share)
    return dx * dx + dy * dy
  }

  private func crosses(_ other: Segment) -> Bool {
    side(of: other.start) * side(of: other.end) < 0 && other.side(of: start) * other.side(of: end) < 0
  }

  /// Above 0 on one side, below 0 on the other.
  private func side(of point: Point) -> Double {
    (end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x)
  }
}
