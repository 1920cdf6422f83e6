/// The field of a path whose last stroke grows: what is settled is drawn once.
struct LiveField {
  /// The field of the whole path.
  private(set) var field = InkField()
  private var settled = InkField()
  private var fit = InkFit.origin
  private var reach: Float = 0
  /// So many strokes are in the settled field, and the next one up to a point.
  private var strokeCount = 0
  private var pointCount = 0

  /// Forgets everything.
  mutating func clear() {
    settled.clear()
    (strokeCount, pointCount) = (0, 0)
  }

  /// Forgets strokes behind the first `count` of `path`; what is in a field cannot be taken out of it again.
  mutating func cut(toStrokes count: Int, of path: LivePath) {
    let start = count > 0 && count <= path.ends.count ? path.ends[count - 1] : 0
    if strokeCount > count || pointCount > start { clear() }
  }

  /// Brings the field in line with `path`, each point of which has its place in the picture by `fit`.
  mutating func follow(_ path: LivePath, fit: InkFit, reach: Float) {
    if fit != self.fit || reach != self.reach { clear() }
    (self.fit, self.reach) = (fit, reach)
    while strokeCount < path.ends.count - 1 {
      let end = path.ends[strokeCount]
      LiveField.add(path, from: pointCount, to: end, stroke: strokeCount, fit, reach, &settled)
      (strokeCount, pointCount) = (strokeCount + 1, end)
    }
    if path.settled > pointCount + 1 {
      LiveField.add(path, from: pointCount, to: path.settled, stroke: strokeCount, fit, reach, &settled)
      pointCount = path.settled - 1
    }
    field.copy(settled)
    LiveField.add(path, from: pointCount, to: path.points.count, stroke: strokeCount, fit, reach, &field)
  }

  private static func add(
    _ path: LivePath, from first: Int, to end: Int, stroke: Int, _ fit: InkFit, _ reach: Float,
    _ field: inout InkField
  ) {
    let start = stroke > 0 ? path.ends[stroke - 1] : 0
    // A point behind others is the end of a line that is there already.
    guard end - first > (first == start ? 0 : 1) else { return }
    field.add(path.points[first..<end], reach: reach, place: fit.place)
  }
}
