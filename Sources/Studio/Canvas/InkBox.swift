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

  /// Whether something of it may lie within `distance` of `rect`.
  func reaches(_ rect: Rect, within distance: Double) -> Bool {
    left - distance <= rect.maxX && right + distance >= rect.x && top - distance <= rect.maxY
      && bottom + distance >= rect.y
  }
}
