/// A place in user space; x grows to the right, y downwards.
public struct Point: Equatable, Sendable {
  public var x: Double
  public var y: Double

  /// Takes both coordinates as they are.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The origin.
  public static let zero = Point(x: 0, y: 0)
}
