/// A capsule made ready for questions about many pixels.
struct CapsuleShape {
  private let start: Point
  private let end: Point
  private let startRadius: Double
  private let endRadius: Double
  private let length: Double
  /// The direction from start to end.
  private let along: Point
  /// How the straight sides lean: sine and cosine of their angle to the middle line.
  private let lean: (sine: Double, cosine: Double)
  /// The most that a pixel can be covered: a line thinner than a pixel never fills one.
  private let fullest: Double

  init(_ capsule: Capsule) {
    var capsule = capsule
    var offset = Point(x: capsule.end.x - capsule.start.x, y: capsule.end.y - capsule.start.y)
    var length = (offset.x * offset.x + offset.y * offset.y).squareRoot()
    let growth = capsule.endRadius - capsule.startRadius
    if length <= abs(growth) || length < 1e-9 {
      // One circle lies inside the other, and there are no sides.
      if growth > 0 { (capsule.start, capsule.startRadius) = (capsule.end, capsule.endRadius) }
      (capsule.end, capsule.endRadius) = (capsule.start, capsule.startRadius)
      (offset, length) = (Point(x: 1, y: 0), 0)
    }
    (start, end) = (capsule.start, capsule.end)
    (startRadius, endRadius) = (capsule.startRadius, capsule.endRadius)
    self.length = length
    along = length > 0 ? Point(x: offset.x / length, y: offset.y / length) : offset
    let sine = length > 0 ? -growth / length : 0
    lean = (sine, max(0, 1 - sine * sine).squareRoot())
    fullest = max(0, min(1, 2 * max(startRadius, endRadius)))
  }

  /// Its edge, moved outwards by `growth`.
  func edge(growth: Double) -> CapsuleEdge {
    let (first, last) = (startRadius + growth, endRadius + growth)
    var edge = CapsuleEdge(Circle(center: start, radius: first), Circle(center: end, radius: last))
    guard length > 0, first > 0, last > 0 else { return edge }
    func side(_ direction: Double) -> CapsuleEdge.Side {
      let normal = Point(
        x: along.x * lean.sine - direction * along.y * lean.cosine,
        y: along.y * lean.sine + direction * along.x * lean.cosine)
      return CapsuleEdge.Side(
        from: Point(x: start.x + normal.x * first, y: start.y + normal.y * first),
        to: Point(x: end.x + normal.x * last, y: end.y + normal.y * last))
    }
    edge.sides = (side(-1), side(1))
    return edge
  }

  /// How much of the pixel around (`x`, `y`) is covered, 0…255: as if its edge were straight there.
  func coverage(x: Double, y: Double) -> UInt8 {
    // In this order a distance that is no number covers nothing.
    let share = min(fullest, max(0, 0.5 - distance(x: x, y: y)))
    return UInt8(share * 255 + 0.5)
  }

  /// The distance to the edge, below 0 inside.
  private func distance(x: Double, y: Double) -> Double {
    let (dx, dy) = (x - start.x, y - start.y)
    let forward = dx * along.x + dy * along.y
    let aside = abs(dy * along.x - dx * along.y)
    let place = forward * lean.cosine - aside * lean.sine
    if place < 0 { return (dx * dx + dy * dy).squareRoot() - startRadius }
    if place > lean.cosine * length {
      let (ex, ey) = (x - end.x, y - end.y)
      return (ex * ex + ey * ey).squareRoot() - endRadius
    }
    return aside * lean.cosine + forward * lean.sine - startRadius
  }
}
