/// Goes along one stroke and leaves a point every so often.
struct InkWalk {
  private let origin: SIMD2<Double>
  private let scale: Double
  private let spacing: Float
  private var last: SIMD2<Float>?
  /// The way gone since the last point that was left.
  private var gone: Float = 0

  /// A walk in a unit in which (x − origin) × scale is the place.
  init(from origin: SIMD2<Double>, scale: Double, spacing: Float) {
    (self.origin, self.scale, self.spacing) = (origin, scale, spacing)
  }

  /// Goes straight to `place`, given in the drawing's unit.
  @inline(__always)
  mutating func go(to place: SIMD2<Double>, leaving points: inout [SIMD2<Float>]) {
    let next = SIMD2<Float>((place - origin) * scale)
    if let last {
      gone = InkWalk.walk(from: last, to: next, spacing: spacing, gone: gone, leaving: &points)
    } else {
      points.append(next)
    }
    last = next
  }

  /// Leaves a last point where the walk is: the pen's last place counts, however near to the point before it.
  func end(leaving points: inout [SIMD2<Float>]) {
    if let last, last != points.last { points.append(last) }
  }

  /// Leaves points from `start` to `end`, and gives the way gone since the last one.
  @inline(__always)
  static func walk(
    from start: SIMD2<Float>, to end: SIMD2<Float>, spacing: Float, gone: Float, leaving points: inout [SIMD2<Float>]
  ) -> Float {
    let way = end - start
    let length = (way * way).sum().squareRoot()
    // Ink that is far outside of the canvas may have no length that can be computed with.
    guard length > 0, length < .infinity else { return gone }
    var position = spacing - gone
    while position <= length {
      points.append(start + way * (position / length))
      position += spacing
    }
    return length - (position - spacing)
  }
}
