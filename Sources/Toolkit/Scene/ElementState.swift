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
}
