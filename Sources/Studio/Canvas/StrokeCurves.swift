import Graphics
import Ink

/// From the places of a drawing to those it is drawn at.
struct InkMapping: Equatable {
  /// What lands on the origin.
  var origin = Point.zero
  /// How long a unit becomes.
  var scale = 1.0
  /// Where the origin lies.
  var target = Point.zero

  /// Nobody sees ink this far away; sums of larger numbers could overflow.
  private static let farthest = 1e6

  func place(_ point: InkPoint) -> Point {
    // In this order what is no number becomes one.
    func near(_ value: Double) -> Double { max(-InkMapping.farthest, min(InkMapping.farthest, value)) }
    return Point(x: near((point.x - origin.x) * scale + target.x), y: near((point.y - origin.y) * scale + target.y))
  }
}

/// The smooth line of a stroke: curves from the middle between two points to the next middle, straight at both ends.
///
/// The line begins and ends exactly at the first and the last point, and passes near those between. A new point changes
/// the last curve only.
struct StrokeCurves {
  private let points: [InkPoint]
  private let pen: InkPen
  private let mapping: InkMapping
  /// Whether pressure changes the width.
  let heedsPressure: Bool
  private let isDecided: Bool

  init(_ points: [InkPoint], pen: InkPen, mapping: InkMapping) {
    (self.points, self.pen, self.mapping) = (points, pen, mapping)
    let decision = pen.heedsPressure(of: points)
    heedsPressure = decision ?? false
    isDecided = decision != nil
  }

  /// How many curves there are: one for each point.
  var count: Int { points.count }

  /// How many of them stay as they are, however the stroke goes on.
  var finalCount: Int { isDecided ? max(0, points.count - 1) : 0 }

  /// The curve near the point with the same index.
  subscript(index: Int) -> InkCurve {
    let (here, last) = (sample(index), points.count - 1)
    guard last > 0 else { return InkCurve(from: here, to: here) }
    if index == 0 { return InkCurve(from: here, to: here.mixed(with: sample(1))) }
    let start = sample(index - 1).mixed(with: here)
    if index == last { return InkCurve(from: start, to: here) }
    return InkCurve(start: start, control: here, end: here.mixed(with: sample(index + 1)))
  }

  private func sample(_ index: Int) -> InkSample {
    let point = points[index]
    let place = mapping.place(point)
    let radius = pen.radius(at: heedsPressure ? point.pressure : nil) * mapping.scale
    return InkSample(x: place.x, y: place.y, radius: radius)
  }
}
