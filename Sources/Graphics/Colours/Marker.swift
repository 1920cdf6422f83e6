/// The shape that tells a series apart without its colour.
public enum Marker: CaseIterable, Equatable, Sendable {
  case circle, square, triangle, diamond, openCircle, openSquare

  /// Whether only the outline is drawn.
  public var isOpen: Bool { self == .openCircle || self == .openSquare }

  /// The outline around `center`; `radius` is that of the circle, the others look as large.
  public func path(at center: Point, radius: Double) -> Path {
    func point(_ x: Double, _ y: Double) -> Point { Point(x: center.x + x * radius, y: center.y + y * radius) }
    switch self {
    case .circle, .openCircle: return Path(circleAt: center, radius: radius)
    case .square, .openSquare:
      return Path(polygon: [point(-0.9, -0.9), point(0.9, -0.9), point(0.9, 0.9), point(-0.9, 0.9)])
    case .triangle: return Path(polygon: [point(0, -1.15), point(1.1, 0.8), point(-1.1, 0.8)])
    case .diamond: return Path(polygon: [point(0, -1.25), point(1.25, 0), point(0, 1.25), point(-1.25, 0)])
    }
  }
}
