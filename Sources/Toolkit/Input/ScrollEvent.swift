public import Graphics

/// A wheel that was turned or two fingers that moved.
public struct ScrollEvent: Equatable, Sendable {
  /// From the window's left upper corner; pixels from a host, units after the stage.
  public var position: Point
  /// Notches of a wheel to the right and down; smooth devices send parts of one.
  public var notches: Point
  public var modifiers: Modifiers
  /// The host's clock; it wraps around.
  public var milliseconds: UInt32

  /// Takes everything as it is.
  public init(at position: Point, notches: Point, modifiers: Modifiers = [], milliseconds: UInt32 = 0) {
    self.position = position
    self.notches = notches
    self.modifiers = modifiers
    self.milliseconds = milliseconds
  }
}
