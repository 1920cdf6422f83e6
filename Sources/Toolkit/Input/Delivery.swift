public import Graphics

/// What came from another program, pasted or dropped.
public struct Delivery: Equatable, Sendable {
  /// How it came.
  public enum Way: Equatable, Sendable {
    case paste
    /// Dropped at this place of the window, in pixels.
    case drop(Point)
  }

  /// What it is.
  public enum Contents: Equatable, Sendable {
    /// The bytes of a PNG or JPEG file.
    case picture([UInt8])
    /// Paths of files on this machine.
    case files([String])
    case text(String)
    /// There was nothing that can be used; says what there was instead.
    case nothing(reason: String)
  }

  public var way: Way
  public var contents: Contents

  /// Takes both as they are.
  public init(_ way: Way, _ contents: Contents) {
    self.way = way
    self.contents = contents
  }
}
