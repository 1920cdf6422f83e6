/// A rectangle of whole pixels of a surface.
public struct PixelRect: Equatable, Hashable, Sendable {
  public var x: Int
  public var y: Int
  public var width: Int
  public var height: Int

  /// Takes the left upper corner and the size as they are.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// Every pixel that `rect` touches when one unit is `scale` pixels; none further away than a million.
  public init(covering rect: Rect, scale: Double) {
    func whole(_ value: Double) -> Int { value.isNaN ? 0 : Int(min(1e6, max(-1e6, value))) }
    let (left, top) = (whole((rect.x * scale).rounded(.down)), whole((rect.y * scale).rounded(.down)))
    self.init(
      x: left, y: top, width: max(0, whole((rect.maxX * scale).rounded(.up)) - left),
      height: max(0, whole((rect.maxY * scale).rounded(.up)) - top))
  }

  /// Whether there is no pixel in it.
  public var isEmpty: Bool { width <= 0 || height <= 0 }

  /// What both cover; empty where they do not meet.
  public func intersection(_ other: PixelRect) -> PixelRect {
    let (left, top) = (max(x, other.x), max(y, other.y))
    return PixelRect(
      x: left, y: top, width: max(0, min(x + width, other.x + other.width) - left),
      height: max(0, min(y + height, other.y + other.height) - top))
  }

  /// The smallest rectangle that holds both; an empty one adds nothing.
  public func union(_ other: PixelRect) -> PixelRect {
    guard !isEmpty else { return other }
    guard !other.isEmpty else { return self }
    let (left, top) = (min(x, other.x), min(y, other.y))
    return PixelRect(
      x: left, y: top, width: max(x + width, other.x + other.width) - left,
      height: max(y + height, other.y + other.height) - top)
  }

  /// The same place in units when one unit is `scale` pixels.
  public func inUnits(scale: Double) -> Rect {
    Rect(
      x: Double(x) / scale, y: Double(y) / scale, width: Double(width) / scale, height: Double(height) / scale)
  }
}
