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
  static let smoothingPasses = 3

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

  /// The distance of points on strokes that have `length` altogether in the unit of the path.
  ///
  /// It grows by doubling, so that a scribble that goes on does not need to be followed anew all the time.
  static func spacing(length: Double) -> Float {
    var spacing = InkPath.spacing
    while length > Double(spacing) * Double(mostSegments) { spacing *= 2 }
    return spacing
  }

  /// Whether points so far apart are smoothed: averages of those of a scribble would be somewhere else.
  static func isSmoothed(spacing: Float) -> Bool { spacing == InkPath.spacing }

  /// Adds `strokes` in a unit in which (x − origin) × scale is the place; points that are no place are left out.
  package mutating func follow(_ strokes: [Stroke], from origin: SIMD2<Double>, scale: Double) {
    let length = strokes.reduce(0) { $0 + InkPath.length(of: $1) }
    let spacing = InkPath.spacing(length: length * scale)
    for stroke in strokes {
      let start = points.count
      var walk = InkWalk(from: origin, scale: scale, spacing: spacing)
      for point in stroke.points {
        if let place = InkBounds.place(of: point) { walk.go(to: place, leaving: &points) }
      }
      guard points.count > start else { continue }
      walk.end(leaving: &points)
      if InkPath.isSmoothed(spacing: spacing) { InkPath.smooth(&points, from: start) }
      ends.append(points.count)
    }
  }

  /// Adds a straight stroke.
  package mutating func addLine(from start: SIMD2<Float>, to end: SIMD2<Float>) {
    points.append(start)
    _ = InkWalk.walk(from: start, to: end, spacing: InkPath.spacing, gone: 0, leaving: &points)
    points.append(end)
    ends.append(points.count)
  }

  /// Makes one stroke of all.
  package mutating func joinStrokes() {
    ends.removeAll(keepingCapacity: true)
    guard !points.isEmpty else { return }
    InkPath.smooth(&points, from: 0)
    ends.append(points.count)
  }

  /// Replaces each point by `change` of it.
  package mutating func map(_ change: (SIMD2<Float>) -> SIMD2<Float>) {
    for index in points.indices { points[index] = change(points[index]) }
  }

  private static func length(of stroke: Stroke) -> Double {
    var length = 0.0
    var last: SIMD2<Double>?
    for point in stroke.points {
      guard let place = InkBounds.place(of: point) else { continue }
      if let last { length += InkPath.length(from: last, to: place) }
      last = place
    }
    return length
  }

  /// The length of a straight line.
  static func length(from start: SIMD2<Double>, to end: SIMD2<Double>) -> Double {
    let way = end - start
    return (way * way).sum().squareRoot()
  }

  /// Averages each point from `start` on with its neighbours; the first and the last stay.
  static func smooth(_ points: inout [SIMD2<Float>], from start: Int) {
    guard points.count - start > 2 else { return }
    for _ in 0..<smoothingPasses {
      var previous = points[start]
      for index in start + 1..<points.count - 1 {
        let current = points[index]
        points[index] = current * 0.5 + (previous + points[index + 1]) * 0.25
        previous = current
      }
    }
  }
}
