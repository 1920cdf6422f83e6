import Graphics

/// A place of a line with half its width there.
struct InkSample: Equatable {
  var x: Double
  var y: Double
  var radius: Double

  /// The sample between two others.
  func mixed(with other: InkSample, share: Double = 0.5) -> InkSample {
    InkSample(
      x: x + (other.x - x) * share, y: y + (other.y - y) * share, radius: radius + (other.radius - radius) * share)
  }

  /// Where it is.
  var place: Point { Point(x: x, y: y) }
}

/// A smooth piece of a line: a quadratic curve, along which the width changes as smoothly.
struct InkCurve: Equatable {
  var start: InkSample
  var control: InkSample
  var end: InkSample

  /// A straight piece.
  init(from start: InkSample, to end: InkSample) {
    self.init(start: start, control: start.mixed(with: end), end: end)
  }

  /// A piece that leaves towards `control` and arrives from there.
  init(start: InkSample, control: InkSample, end: InkSample) {
    (self.start, self.control, self.end) = (start, control, end)
  }

  /// How far `parts` may lie from the curve.
  static let tolerance = 0.08
  private static let mostParts = 64

  /// Into how many straight parts the curve is taken apart.
  func partCount(tolerance: Double = tolerance) -> Int {
    let (x, y) = (start.x - 2 * control.x + end.x, start.y - 2 * control.y + end.y)
    let bend = (x * x + y * y).squareRoot() + abs(start.radius - 2 * control.radius + end.radius)
    return max(1, Int(min(Double(InkCurve.mostParts), (bend / (4 * tolerance)).squareRoot().rounded(.up))))
  }

  /// The sample at a share of the way.
  func sample(at share: Double) -> InkSample {
    if share == 1 { return end }
    return start.mixed(with: control, share: share).mixed(with: control.mixed(with: end, share: share), share: share)
  }

  /// A rectangle that holds all ink of the piece.
  var bounds: Rect {
    let radius = max(start.radius, control.radius, end.radius)
    let (left, top) = (min(start.x, control.x, end.x) - radius, min(start.y, control.y, end.y) - radius)
    return Rect(
      x: left, y: top, width: max(start.x, control.x, end.x) + radius - left,
      height: max(start.y, control.y, end.y) + radius - top)
  }
}
