package import Ink

/// When each point of a drawing was drawn, in milliseconds from its beginning.
///
/// Times that a device told are kept; hesitations are cut short. Where none were told the pen goes at an even pace.
package struct InkTimeline: Equatable, Sendable {
  /// The time of each point, all strokes one after the other; it never goes back.
  package private(set) var times: [Double] = []
  /// How many points there are up to the end of each stroke.
  package private(set) var ends: [Int] = []
  /// A checksum over all ink up to the end of each stroke.
  private var prints: [UInt64] = []
  private var last: InkPoint?

  /// A pen that waits waits no longer than this.
  static let longestPause = 1_000.0
  /// From stroke to stroke where nobody knows.
  static let usualPause = 120.0
  /// Units of the canvas in a millisecond where nobody knows.
  static let usualPace = 1.0

  /// No ink.
  package init() {}

  /// The times of `strokes`.
  package init(_ strokes: [Stroke]) { grow(to: strokes) }

  /// How long the drawing took.
  package var duration: Double { times.last ?? 0 }

  /// How many points there are.
  package var pointCount: Int { times.count }

  /// Takes over what is new at the end: points of the last stroke, strokes behind it.
  package mutating func grow(to strokes: [Stroke]) {
    for index in max(0, ends.count - 1)..<max(strokes.count, max(0, ends.count - 1)) {
      let isNew = index >= ends.count
      let start = index > 0 ? ends[index - 1] : 0
      if isNew {
        ends.append(start)
        prints.append(index > 0 ? prints[index - 1] &+ 1 : 0)
      }
      let points = strokes[index].points
      for place in min(ends[index] - start, points.count)..<points.count {
        append(points[place], isFirst: place == 0, to: index)
      }
    }
  }

  private mutating func append(_ point: InkPoint, isFirst: Bool, to stroke: Int) {
    times.append(duration + (times.isEmpty ? 0 : step(to: point, isFirst: isFirst)))
    ends[stroke] += 1
    prints[stroke] = InkTimeline.mixed(prints[stroke], point)
    last = point
  }

  /// The time from the last point to the next.
  private func step(to point: InkPoint, isFirst: Bool) -> Double {
    if let before = last?.milliseconds, let now = point.milliseconds, now >= before, (now - before).isFinite {
      return min(InkTimeline.longestPause, now - before)
    }
    guard !isFirst, let last else { return InkTimeline.usualPause }
    let (x, y) = (point.x - last.x, point.y - last.y)
    let length = (x * x + y * y).squareRoot()
    return length.isFinite ? min(InkTimeline.usualPause, length / InkTimeline.usualPace) : 0
  }

  private static func mixed(_ print: UInt64, _ point: InkPoint) -> UInt64 {
    var print = print
    for value in [point.x, point.y, point.milliseconds ?? -1] { print = (print ^ value.bitPattern) &* 0x100_0000_01b3 }
    return print
  }

  /// How many points were drawn by a time.
  package func count(at time: Double) -> Int {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= time { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// When a number of points was there.
  package func time(of count: Int) -> Double {
    count > 0 && !times.isEmpty ? times[min(count, times.count) - 1] : 0
  }

  /// How many points at the beginning are the same ink, in whole strokes.
  func commonCount(with other: InkTimeline) -> Int {
    let same = zip(prints, other.prints).prefix { $0 == $1 }.count
    return same > 0 ? ends[same - 1] : 0
  }
}

extension [Stroke] {
  /// The strokes as they were when there were `count` points.
  package func first(points count: Int) -> [Stroke] {
    var (rest, strokes) = (count, [Stroke]())
    for stroke in self {
      guard rest > 0 else { break }
      strokes.append(stroke.points.count <= rest ? stroke : Stroke(points: Array<InkPoint>(stroke.points.prefix(rest))))
      rest -= stroke.points.count
    }
    return strokes
  }
}
