import Ink

/// Ink that is not there but might be: lines across gaps, and dots on the paper between lines.
enum AbsentInk {
  /// A line that could be drawn, or a dot.
  struct Candidate {
    var start: SIMD2<Double>
    var end: SIMD2<Double>

    /// The ink.
    var stroke: Stroke {
      let points = start == end ? [start] : [start, end]
      return Stroke(points: points.map { InkPoint(x: $0.x, y: $0.y) })
    }
  }

  /// Gaps between lines, in pixels: shorter ones are closed by the pen itself, longer ones are no gaps.
  private static let gapLengths = 3.2...12.0
  /// How far dots lie from lines, and from each other.
  private static let dotDistances = 3.4...6.0
  private static let dotSpacing = 3.0
  private static let mostCandidates = 96
  /// Gaps that change the odds of the two digits by less (a factor of e) tell nothing.
  private static let leastEvidence: Float = 1
  /// Nor do those that leave the probability of the digit nearly where it is.
  static let leastChange: Float = 0.1
  private static let mostShown = 2

  /// What could be added to `ink`.
  static func candidates(for ink: EvenInk, _ placement: InkPlacement) -> [Candidate] {
    Array((lines(of: ink, placement) + dots(around: ink, placement)).prefix(mostCandidates))
  }

  // MARK: Lines

  /// From each end of a line straight to the nearest place of each other line, and to the ends of all lines.
  private static func lines(of ink: EvenInk, _ placement: InkPlacement) -> [Candidate] {
    var found: [Candidate] = []
    for (index, line) in ink.lines.enumerated() {
      guard let first = line.first, let last = line.last else { continue }
      for (end, isLast) in [(first, false), (last, true)] where !(isLast && line.count == 1) {
        for target in targets(from: end, of: index, isLast: isLast, in: ink, placement) {
          let length = EvenInk.distance(end, target) * placement.scale
          // A line along ink that is there is no ink that is not there.
          let isOnPaper = distance((end + target) * 0.5, ink) * placement.scale >= gapLengths.lowerBound / 2
          if gapLengths.contains(length), isOnPaper { found.append(Candidate(start: end, end: target)) }
        }
      }
    }
    return found.sorted { EvenInk.distance($0.start, $0.end) < EvenInk.distance($1.start, $1.end) }
  }

  private static func targets(
    from end: SIMD2<Double>, of index: Int, isLast: Bool, in ink: EvenInk, _ placement: InkPlacement
  ) -> [SIMD2<Double>] {
    ink.lines.enumerated().flatMap { other, line -> [SIMD2<Double>] in
      // On the line itself what lies far back along it can be near.
      let far = Int((gapLengths.upperBound / placement.scale / ink.spacing).rounded(.up))
      let rest = other == index ? (isLast ? line.dropLast(far) : line.dropFirst(far)) : line[...]
      let near = rest.min { EvenInk.distance(end, $0) < EvenInk.distance(end, $1) }
      return [near, rest.first, rest.last].compactMap(\.self)
    }
  }

  // MARK: Dots

  private static func dots(around ink: EvenInk, _ placement: InkPlacement) -> [Candidate] {
    var box = InkBounds()
    for place in ink.lines.joined() { box.include(place) }
    let step = dotSpacing / placement.scale
    guard !box.isEmpty, step > 0, max(box.size.x, box.size.y) / step < 100 else { return [] }
    var found: [Candidate] = []
    for y in stride(from: box.low.y, through: box.high.y, by: step) {
      for x in stride(from: box.low.x, through: box.high.x, by: step) {
        let place = SIMD2(x, y)
        if dotDistances.contains(distance(place, ink) * placement.scale) {
          found.append(Candidate(start: place, end: place))
        }
      }
    }
    return found
  }

  /// How far a place is from the nearest ink.
  private static func distance(_ place: SIMD2<Double>, _ ink: EvenInk) -> Double {
    ink.lines.joined().lazy.map { EvenInk.distance(place, $0) }.min() ?? .infinity
  }

  // MARK: Choice

  /// The gap that tells most, and others far from it that would make another digit than `digit`.
  static func mostTelling(
    _ gaps: [InkExplanation.Gap], for digit: Int, _ placement: InkPlacement
  ) -> [InkExplanation.Gap] {
    var chosen: [InkExplanation.Gap] = []
    for gap in gaps.sorted(by: { abs($0.evidence) > abs($1.evidence) }) where chosen.count < mostShown {
      guard abs(gap.evidence) >= leastEvidence else { break }
      guard chosen.isEmpty || gap.digit != digit else { continue }
      let middle = (gap.start + gap.end) * 0.5
      let isNear = chosen.contains {
        EvenInk.distance(($0.start + $0.end) * 0.5, middle) * placement.scale < 6
      }
      if !isNear { chosen.append(gap) }
    }
    return chosen
  }
}
