/// Distances between pixels, by the two passes of Felzenszwalb and Huttenlocher.
enum Distance {
  /// Farther than any pixel, and its square still a number without loss.
  private static let far: Float = 1e6

  /// For each pixel the distance to the nearest one whose value is 1.
  static func toInk(_ isInk: Plane) -> Plane {
    let seeds = isInk.mapped { $0 > 0.5 ? 0 : far }
    return squaredAlongRows(squaredAlongRows(seeds).transposed()).transposed().mapped { $0.squareRoot() }
  }

  private static func squaredAlongRows(_ plane: Plane) -> Plane {
    var result = plane
    var lower = LowerEnvelope(length: plane.width)
    plane.values.withUnsafeBufferPointer { source in
      result.values.withUnsafeMutableBufferPointer { target in
        for y in 0..<plane.height { lower.transform(source, target, start: y * plane.width) }
      }
    }
    return result
  }
}

/// The lowest of parabolas, one standing on each value of a row.
private struct LowerEnvelope {
  private let length: Int
  /// The columns of the parabolas that are lowest somewhere, and from where on each is.
  private var columns: [Int]
  private var starts: [Float]

  init(length: Int) {
    self.length = length
    columns = [Int](repeating: 0, count: length)
    starts = [Float](repeating: 0, count: length + 1)
  }

  mutating func transform(_ source: UnsafeBufferPointer<Float>, _ target: UnsafeMutableBufferPointer<Float>, start: Int)
  {
    var last = 0
    columns[0] = 0
    starts[0] = -.infinity
    for column in 1..<max(length, 1) {
      var crossing = self.crossing(source, start, columns[last], column)
      while crossing <= starts[last] {
        last -= 1
        crossing = self.crossing(source, start, columns[last], column)
      }
      last += 1
      columns[last] = column
      starts[last] = crossing
    }
    var current = 0
    for column in 0..<length {
      while current < last && starts[current + 1] < Float(column) { current += 1 }
      let distance = Float(column - columns[current])
      target[start + column] = distance * distance + source[start + columns[current]]
    }
  }

  /// Where the parabola of a later column becomes lower than that of an earlier one.
  private func crossing(_ source: UnsafeBufferPointer<Float>, _ start: Int, _ one: Int, _ two: Int) -> Float {
    let (first, second) = (Float(one), Float(two))
    return (source[start + two] - source[start + one] + second * second - first * first) / (2 * (second - first))
  }
}
