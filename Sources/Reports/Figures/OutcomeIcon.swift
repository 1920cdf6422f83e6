import Graphics

/// The check of a right answer and the cross of a wrong one.
enum OutcomeIcon {
  /// The icon in a square of 14 with its left upper corner at `origin`.
  static func path(isRight: Bool, at origin: Point) -> Path {
    func point(_ x: Double, _ y: Double) -> Point { Point(x: origin.x + x * 14 / 24, y: origin.y + y * 14 / 24) }
    var path = Path()
    if isRight {
      path = Path(through: [point(5, 12.5), point(10, 17.5), point(19, 7)])
    } else {
      path = Path(through: [point(6, 6), point(18, 18)])
      path.move(to: point(18, 6))
      path.line(to: point(6, 18))
    }
    return path
  }
}
