/// What the pen drew from touching the paper to leaving it.
public struct Stroke: Equatable, Sendable {
  /// In the order of drawing.
  public var points: [InkPoint]

  /// A stroke through `points`.
  public init(points: [InkPoint]) { self.points = points }
}
