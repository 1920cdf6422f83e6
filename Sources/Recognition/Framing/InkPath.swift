package import Ink

/// The centre lines of a drawing as evenly spaced points, ready to be placed and rendered.
///
/// Memory is kept from one drawing to the next: after the first long one nothing is allocated.
package struct InkPath {
  /// Distance of neighbouring points in the unit of the path.
  static let spacing: Float = 0.5
  /// More segments than this are never rendered: a longer path, which is a scribble, gets wider spacing.
  static let mostSegments = 20_000
  /// How often neighbours are averaged: enough to take the steps out of a tablet's grid, too little to round a corner.
  private static let smoothingPasses = 3

  /// The points of all strokes, one stroke after the other.
  package var points: [SIMD2<Float>] = []
  /// Where each stroke ends in `points`.
  package var ends: [Int] = []

  /// The box around the points.
  package var box: InkBounds {
    var box = InkBounds()
    for point in points { box.include(SIMD2<Double>(point)) }
    return box
  }

  /// Forgets everything.
  package mutating func clear() {
    points.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Adds `strokes` in a unit in which (x − origin) × scale is the place; points that are no place are left out.
  package mutating func follow(_ strokes: [Stroke], from origin: SIMD2<Double>, scale: Double) {
    let spacing = max(InkPath.spacing, InkPath.length(of: strokes, scale: scale) / Float(InkPath.mostSegments))
    for stroke in strokes {
      let start = points.count
      append(stroke, from: origin, scale: scale, spacing: spacing)
      guard points.count > start else { continue }
      // Points of a scribble are so far apart that averages of them would be somewhere else.
      if spacing == InkPath.spacing { smooth(from: start) }
      ends.append(points.count)
    }
  }

  /// Adds a straight stroke.
  package mutating func addLine(from start: SIMD2<Float>, to end: SIMD2<Float>) {
    points.append(start)
    _ = walk(from: start, to: end, spacing: InkPath.spacing, left: 0)
    points.append(end)
    ends.append(points.count)
  }

  /// Makes one stroke of all.
  package mutating func joinStrokes() {
    ends.removeAll(keepingCapacity: true)
    guard !points.isEmpty else { return }
    smooth(from: 0)
    ends.append(points.count)
  }

  /// Replaces each point by `change` of it.
  package mutating func map(_ change: (SIMD2<Float>) -> SIMD2<Float>) {
    for index in points.indices { points[index] = change(points[index]) }
  }

  private static func length(of strokes: [Stroke], scale: Double) -> Float {
    var length = 0.0
    for stroke in strokes {
      var last: SIMD2<Double>?
      for point in stroke.points {
        guard let place = InkBounds.place(of: point) else { continue }
        if let last { length += InkPath.length(of: (place - last) * scale) }
        last = place
      }
    }
    return Float(length)
  }

  private mutating func append(_ stroke: Stroke, from origin: SIMD2<Double>, scale: Double, spacing: Float) {
    var last: SIMD2<Float>?
    var left: Float = 0
    for point in stroke.points {
      guard let place = InkBounds.place(of: point) else { continue }
      let next = SIMD2<Float>((place - origin) * scale)
      if let last { left = walk(from: last, to: next, spacing: spacing, left: left) } else { points.append(next) }
      last = next
    }
    // The pen's last place counts, however near to the point before it.
    if let last, last != points[points.count - 1] { points.append(last) }
  }

  /// Appends points from `start` to `end`; `left` is the way gone since the last one.
  private mutating func walk(from start: SIMD2<Float>, to end: SIMD2<Float>, spacing: Float, left: Float) -> Float {
    let way = end - start
    let length = (way * way).sum().squareRoot()
    guard length > 0 else { return left }
    var position = spacing - left
    while position <= length {
      points.append(start + way * (position / length))
      position += spacing
    }
    return length - (position - spacing)
  }

  /// Averages each point with its neighbours; the ends of the stroke stay.
  private mutating func smooth(from start: Int) {
    guard points.count - start > 2 else { return }
    for _ in 0..<InkPath.smoothingPasses {
      var previous = points[start]
      for index in start + 1..<points.count - 1 {
        let current = points[index]
        points[index] = current * 0.5 + (previous + points[index + 1]) * 0.25
        previous = current
      }
    }
  }

  private static func length(of way: SIMD2<Double>) -> Double { (way * way).sum().squareRoot() }
}
