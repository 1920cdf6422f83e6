/// A 28×28 field of distances to the nearest ink, from which strokes of any width are drawn without gaps or overlap.
struct InkField {
  /// A row takes whole groups of eight pixels.
  private static let groups = 4
  private static let far = SIMD8<Float>(repeating: 1e9)
  private static let centers = SIMD8<Float>(0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5)

  /// Squared distances of pixel centres to the centre lines.
  private var squares = [SIMD8<Float>](repeating: far, count: groups * Framing.side)

  /// Forgets all ink.
  mutating func clear() {
    for index in squares.indices { squares[index] = InkField.far }
  }

  /// Becomes the same as `other` without new memory.
  mutating func copy(_ other: InkField) {
    for index in squares.indices { squares[index] = other.squares[index] }
  }

  /// Adds the strokes of `path`, whose unit is the pixel; distances beyond `reach` do not matter.
  mutating func add(_ path: InkPath, reach: Float) {
    var start = 0
    for end in path.ends {
      add(path.points[start..<end], reach: reach) { $0 }
      start = end
    }
  }

  /// Adds the line through `points`, which may be a single one, each put to its `place` in pixels.
  @inline(__always)
  mutating func add(
    _ points: ArraySlice<SIMD2<Float>>, reach: Float, place: (SIMD2<Float>) -> SIMD2<Float>
  ) {
    squares.withUnsafeMutableBufferPointer { squares in
      points.withUnsafeBufferPointer { points in
        guard var last = points.first.map(place) else { return }
        if points.count == 1 { InkField.add(last, last, to: squares, reach: reach) }
        for point in points.dropFirst() {
          let next = place(point)
          InkField.add(last, next, to: squares, reach: reach)
          last = next
        }
      }
    }
  }

  /// Writes the ink of a pen `width` pixels wide, 0 (none) to 1; its edge is `softness` pixels wide.
  func draw(width: Float, softness: Float, into pixels: inout [Float]) {
    let (edge, slope) = (SIMD8<Float>(repeating: width / (2 * softness) + 0.5), 1 / softness)
    for y in 0..<Framing.side {
      for group in 0..<InkField.groups {
        let ink = (edge - squares[y * InkField.groups + group].squareRoot() * slope)
          .clamped(lowerBound: SIMD8(repeating: 0), upperBound: SIMD8(repeating: 1))
        for lane in 0..<min(8, Framing.side - group * 8) { pixels[y * Framing.side + group * 8 + lane] = ink[lane] }
      }
    }
  }

  private static func add(
    _ start: SIMD2<Float>, _ end: SIMD2<Float>, to squares: UnsafeMutableBufferPointer<SIMD8<Float>>, reach: Float
  ) {
    let low = pointwiseMin(start, end) - (reach + 0.5)
    let high = pointwiseMax(start, end) + (reach - 0.5)
    let last = Float(Framing.side - 1)
    guard high.x >= 0, high.y >= 0, low.x <= last, low.y <= last else { return }
    let way = end - start
    let perLength = 1 / max((way * way).sum(), 1e-12)
    for row in Int(max(low.y, 0).rounded(.up))...Int(min(high.y, last)) {
      let y = Float(row) + 0.5 - start.y
      for group in Int(max(low.x, 0)) / 8...Int(min(high.x, last)) / 8 {
        let x = centers + (Float(group * 8) - start.x)
        let along = ((x * way.x + y * way.y) * perLength)
          .clamped(lowerBound: SIMD8(repeating: 0), upperBound: SIMD8(repeating: 1))
        let (dx, dy) = (x - along * way.x, y - along * way.y)
        let place = row * groups + group
        squares[place] = pointwiseMin(squares[place], dx * dx + dy * dy)
      }
    }
  }
}
