import Glibc
import Graphics

/// The outline of a line whose width changes, as one closed path for the non-zero fill rule.
///
/// It goes along the left of the line, around its end, and back along the other side. Where the line turns too sharply for
/// its width the path goes through its middle, so that every part of it turns the same way round and nothing is left out.
struct StrokeOutline {
  private(set) var path = Path()

  /// The outline around `samples`.
  init(_ samples: [InkSample]) {
    let samples = StrokeOutline.withoutSwallowed(samples)
    guard let first = samples.first else { return }
    guard samples.count > 1 else {
      path = Path(circleAt: first.place, radius: first.radius)
      return
    }
    goAlong(samples)
    goAlong(samples.reversed())
    path.close()
  }

  /// The samples without those whose circle lies within that of a neighbour.
  private static func withoutSwallowed(_ samples: [InkSample]) -> [InkSample] {
    var kept: [InkSample] = []
    for sample in samples {
      while let last = kept.last, sample.radius - last.radius >= last.distance(to: sample) { kept.removeLast() }
      if let last = kept.last, last.radius - sample.radius >= last.distance(to: sample) { continue }
      kept.append(sample)
    }
    return kept
  }

  /// The left side of a straight part: which way it faces and how long it is.
  private struct Side {
    let normal: Point
    let length: Double

    init(from start: InkSample, to end: InkSample) {
      length = start.distance(to: end)
      let (x, y) = ((end.x - start.x) / length, (end.y - start.y) / length)
      let sine = (start.radius - end.radius) / length
      let cosine = max(0, 1 - sine * sine).squareRoot()
      normal = Point(x: x * sine + y * cosine, y: y * sine - x * cosine)
    }
  }

  private mutating func goAlong(_ samples: [InkSample]) {
    var side = Side(from: samples[0], to: samples[1])
    add(samples[0].place(towards: side.normal))
    for index in 1..<samples.count - 1 {
      let next = Side(from: samples[index], to: samples[index + 1])
      turn(at: samples[index], side, next)
      side = next
    }
    let (last, before) = (samples[samples.count - 1], samples[samples.count - 2])
    add(last.place(towards: side.normal))
    addArc(around: last, from: side.normal, to: Side(from: last, to: before).normal)
  }

  private mutating func turn(at sample: InkSample, _ side: Side, _ next: Side) {
    let (one, other) = (side.normal, next.normal)
    let angle = atan2(one.x * other.y - one.y * other.x, one.x * other.x + one.y * other.y)
    let isGentle = abs(angle) < 0.3 && sample.radius * tan(abs(angle) / 2) < min(side.length, next.length) / 2
    if isGentle {
      let middle = Point(x: one.x + other.x, y: one.y + other.y)
      let length = (middle.x * middle.x + middle.y * middle.y).squareRoot()
      add(sample.place(towards: Point(x: middle.x / length, y: middle.y / length)))
      return
    }
    add(sample.place(towards: one))
    // A line that turns right round is open on both sides.
    if angle > 0 || angle < -3.1 { return addArc(around: sample, from: one, to: other) }
    add(sample.place)
    add(sample.place(towards: other))
  }

  private mutating func add(_ point: Point) { path.elements.isEmpty ? path.move(to: point) : path.line(to: point) }

  /// Goes around a circle in the direction of growing angles.
  private mutating func addArc(around sample: InkSample, from normal: Point, to last: Point) {
    let start = atan2(normal.y, normal.x)
    var sweep = atan2(last.y, last.x) - start
    if sweep <= 0 { sweep += 2 * .pi }
    let count = max(1, Int((sweep / (.pi / 2) - 1e-6).rounded(.up)))
    let step = sweep / Double(count)
    // A part of a circle as a Bézier curve: how long the control lines are.
    let reach = sample.radius * 4 / 3 * tan(step / 4)
    for part in 0..<count {
      let (from, to) = (start + step * Double(part), start + step * Double(part + 1))
      let (first, second) = (sample.place(at: from), sample.place(at: to))
      path.curve(
        to: second, control: Point(x: first.x - reach * sin(from), y: first.y + reach * cos(from)),
        Point(x: second.x + reach * sin(to), y: second.y - reach * cos(to)))
    }
  }
}

extension InkSample {
  fileprivate func distance(to other: InkSample) -> Double {
    ((other.x - x) * (other.x - x) + (other.y - y) * (other.y - y)).squareRoot()
  }

  /// The place on its circle in a direction of length 1.
  fileprivate func place(towards normal: Point) -> Point { Point(x: x + normal.x * radius, y: y + normal.y * radius) }

  /// The place on its circle at an angle.
  fileprivate func place(at angle: Double) -> Point { place(towards: Point(x: cos(angle), y: sin(angle))) }
}
