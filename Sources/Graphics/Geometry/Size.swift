/// A width and a height in user space.
public struct Size: Equatable, Sendable {
  public var width: Double
  public var height: Double

  /// Takes both lengths as they are.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}
