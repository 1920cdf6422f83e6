import Graphics
import Ink

/// What a part of a stroke reaches, without the width of the pen.
struct InkBox: Equatable, Sendable {
  private(set) var left = Double.infinity
  private(set) var top = Double.infinity
  private(set) var right = -Double.infinity
  private(set) var bottom = -Double.infinity

  mutating func add(_ point: InkPoint) {
    left = min(left, point.x)
    top = min(top, point.y)
    right = max(right, point.x)
    bottom = max(bottom, point.y)
  }

  mutating func add(_ other: InkBox) {
    left = min(left, other.left)
    top = min(top, other.top)
    right = max(right, other.right)
    bottom = max(bottom, other.bottom)
  }

  /// The rectangle around it and everything within `distance`; of no size when there is nothing.
  func rect(within distance: Double) -> Rect {
    guard left <= right, top <= bottom else { return Rect(x: 0, y: 0, width: 0, height: 0) }
    return Rect(x: left, y: top, width: right - left, height: bottom - top).inset(by: -distance)
  }

  /// Whether something of it may lie within `distance` of `rect`.
  func reaches(_ rect: Rect, within distance: Double) -> Bool {
    left - distance <= rect.maxX && right + distance >= rect.x && top - distance <= rect.maxY
      && bottom + distance >= rect.y
  }

  /// Whether something of it may lie within `distance` of a straight line.
  func reaches(_ way: Segment, within distance: Double) -> Bool {
    let (x, y) = (way.end.x - way.start.x, way.end.y - way.start.y)
    let frame = Rect(x: min(way.start.x, way.end.x), y: min(way.start.y, way.end.y), width: abs(x), height: abs(y))
    guard reaches(frame, within: distance) else { return false }
    // How far its middle lies to the side of the line, against how far it reaches to that side.
    let aside = abs(x * ((top + bottom) / 2 - way.start.y) - y * ((left + right) / 2 - way.start.x))
    let reach = abs(y) * (right - left) / 2 + abs(x) * (bottom - top) / 2
    return aside <= reach + distance * (x * x + y * y).squareRoot()
  }
}
