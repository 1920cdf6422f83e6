public import Graphics
public import Ink

/// A round eraser that takes whole strokes: finds those that it touches on its way.
public struct StrokeEraser: Sendable {
  /// Half its width, in units of the canvas.
  public var radius: Double
  /// What the ink is drawn with: its edge counts and not the middle of the line.
  public var pen: InkPen
  private var index = InkIndex()

  /// An eraser that knows no stroke yet.
  public init(radius: Double, pen: InkPen) {
    self.radius = radius
    self.pen = pen
  }

  /// The indices of the strokes that it touches on the straight way from `start` to `end`.
  public mutating func touched(from start: Point, to end: Point, in strokes: [Ink.Stroke]) -> Set<Int> {
    index.update(to: strokes)
    let way = Segment(start, end)
    let reach = radius + pen.largestRadius
    var touched: Set<Int> = []
    index.forEachRun(where: { $0.reaches(way, within: reach) }) { stroke, points, run in
      let isTouched = touches(way, points, run)
      if isTouched { touched.insert(stroke) }
      return !isTouched
    }
    return touched
  }

  private func touches(_ way: Segment, _ points: [InkPoint], _ run: Range<Int>) -> Bool {
    let heedsPressure = pen.heedsPressure(of: points) ?? false
    func radius(_ point: InkPoint) -> Double { pen.radius(at: heedsPressure ? point.pressure : nil) }
    var before = points[max(0, run.lowerBound - 1)]
    for index in run {
      let point = points[index]
      let reach = self.radius + max(radius(before), radius(point))
      let line = Segment(Point(x: before.x, y: before.y), Point(x: point.x, y: point.y))
      if way.squaredDistance(to: line) <= reach * reach { return true }
      before = point
    }
    return false
  }
}
