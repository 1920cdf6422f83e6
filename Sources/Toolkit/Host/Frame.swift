public import Graphics

/// A drawn frame on its way to the screen.
public struct Frame: Equatable, Sendable {
  /// Counts up; comes back in the report.
  public var number: Int
  /// What changed on the host's surface.
  public var damage: [PixelRect]
  /// The host's time stamp of the newest event that the frame answers.
  public var newestEvent: UInt32?

  /// Takes everything as it is.
  public init(number: Int, damage: [PixelRect], newestEvent: UInt32? = nil) {
    self.number = number
    self.damage = damage
    self.newestEvent = newestEvent
  }
}
