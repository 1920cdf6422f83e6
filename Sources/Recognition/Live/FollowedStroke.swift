import Ink

/// What is known about a stroke since it was looked at, so that only what has come to it is looked at again.
struct FollowedStroke {
  /// Where its points are, without those that are no place.
  private(set) var places: [SIMD2<Double>] = []
  /// The box around the places.
  private(set) var bounds = InkBounds()
  /// The way through the places in the drawing's unit.
  private(set) var length = 0.0
  private var pointCount = 0
  /// The points themselves: memory that somebody else holds is never changed in place, so that the same memory means the
  /// same points. Not held while the stroke may grow: growing would copy it.
  private var points: [InkPoint]?

  /// Looks at a stroke that may grow.
  init(_ stroke: Stroke) { take(stroke.points[...]) }

  /// Takes what has come to the stroke; returns false, having done nothing, where it is another one.
  mutating func grow(to stroke: Stroke) -> Bool {
    guard points == nil, beginsLike(stroke.points) else { return false }
    take(stroke.points[pointCount...])
    return true
  }

  /// Remembers which stroke this was, all points of which have been taken: it does not grow any more.
  mutating func finish(_ stroke: Stroke) { points = stroke.points }

  /// Whether this is that stroke, finished.
  func isFinished(_ stroke: Stroke) -> Bool {
    guard let points, points.count == stroke.points.count else { return false }
    return points.withUnsafeBufferPointer { known in
      stroke.points.withUnsafeBufferPointer { known.baseAddress == $0.baseAddress }
    }
  }

  private func beginsLike(_ points: [InkPoint]) -> Bool {
    // Where places are missing nothing tells which; such a stroke is looked at from its beginning.
    guard places.count == pointCount, pointCount <= points.count else { return false }
    for index in places.indices where places[index] != SIMD2(points[index].x, points[index].y) { return false }
    return true
  }

  private mutating func take(_ points: ArraySlice<InkPoint>) {
    pointCount += points.count
    for point in points {
      guard let place = InkBounds.place(of: point) else { continue }
      if let last = places.last { length += InkPath.length(from: last, to: place) }
      places.append(place)
      bounds.include(place)
    }
  }
}
