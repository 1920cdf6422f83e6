/// A place that the pen went through.
public struct InkPoint: Equatable, Sendable {
  /// To the right, in the drawing's own unit.
  public var x: Double
  /// Downward, in the drawing's own unit.
  public var y: Double
  /// 0…1, where the device tells it.
  public var pressure: Double?
  /// Time since the drawing's beginning, where it is known.
  public var milliseconds: Double?

  /// A point.
  public init(x: Double, y: Double, pressure: Double? = nil, milliseconds: Double? = nil) {
    self.x = x
    self.y = y
    self.pressure = pressure
    self.milliseconds = milliseconds
  }
}
