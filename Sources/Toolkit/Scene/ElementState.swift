public import Graphics

/// How the pointer and the keyboard stand to an element, and what it is drawn with.
public struct ElementState: Equatable, Sendable {
  public var isHovered = false
  public var isPressed = false
  public var isFocused = false
  public var isEnabled = true
  /// The colours.
  public var theme: Theme
  /// Pixels of one unit.
  public var scale: Double

  /// The width of the thinnest line, one pixel of the screen, in units.
  public var hairline: Double { 1 / scale }

  /// The nearest place at the edge of a pixel.
  public func snapped(_ value: Double) -> Double { (value * scale).rounded() / scale }

  /// The nearest rectangle of whole pixels.
  public func snapped(_ rect: Rect) -> Rect {
    let (left, top) = (snapped(rect.x), snapped(rect.y))
    return Rect(x: left, y: top, width: snapped(rect.maxX) - left, height: snapped(rect.maxY) - top)
  }

  /// A thickness of whole pixels, one at least.
  public func thickness(_ value: Double) -> Double { max(hairline, snapped(value)) }
}
