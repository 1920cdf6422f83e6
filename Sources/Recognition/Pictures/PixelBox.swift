/// A rectangle of whole pixels; `right` and `bottom` are just outside.
public struct PixelBox: Equatable, Sendable {
  public var left: Int
  public var top: Int
  public var right: Int
  public var bottom: Int

  /// Takes the four edges as they are.
  public init(left: Int, top: Int, right: Int, bottom: Int) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  public var width: Int { right - left }
  public var height: Int { bottom - top }
  public var longerSide: Int { max(width, height) }

  /// The smallest box around both.
  func union(_ other: PixelBox) -> PixelBox {
    PixelBox(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// Empty columns and rows between both; negative where they overlap.
  func gap(to other: PixelBox) -> (x: Int, y: Int) {
    (max(left, other.left) - min(right, other.right), max(top, other.top) - min(bottom, other.bottom))
  }

  /// The box moved right and down.
  func moved(by distance: Int) -> PixelBox {
    PixelBox(left: left + distance, top: top + distance, right: right + distance, bottom: bottom + distance)
  }

  /// The box with `margin` more on all sides, kept within `width` × `height`.
  func expanded(by margin: Int, width: Int, height: Int) -> PixelBox {
    PixelBox(
      left: max(left - margin, 0), top: max(top - margin, 0), right: min(right + margin, width),
      bottom: min(bottom + margin, height))
  }
}
