/// What the desktop asks of a window.
public struct HostSettings: Equatable, Sendable {
  /// Pixels of one unit.
  public var scale: Double
  /// Whether a dark look is asked for; nil where the desktop says nothing.
  public var isDark: Bool?
  /// Whether nothing is to move that need not.
  public var reducesMotion: Bool

  /// Takes everything as it is.
  public init(scale: Double = 1, isDark: Bool? = nil, reducesMotion: Bool = false) {
    self.scale = scale
    self.isDark = isDark
    self.reducesMotion = reducesMotion
  }
}
