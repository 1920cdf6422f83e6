/// A size in whole pixels.
public struct PixelSize: Equatable, Hashable, Sendable {
  public var width: Int
  public var height: Int

  /// Takes both lengths as they are.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}
