import Ink

/// A drawing as evenly spaced points, so that any piece of its lines can be left out.
struct EvenInk {
  /// The places of each stroke; strokes without a place are not here.
  private(set) var lines: [[SIMD2<Double>]] = []
  /// Which stroke of the drawing each line is.
  private(set) var strokes: [Int] = []
  /// From point to point, in the drawing's unit.
  let spacing: Double

  /// A drawing of any length has no more points than this.
  private static let mostPoints = 1_200.0

  /// `strokes` with a point every `spacing`; a scribble gets wider spacing.
  init(_ strokes: [Stroke], spacing: Double) {
    let places = strokes.map { stroke in stroke.points.compactMap { InkBounds.place(of: $0) } }
    let length = places.reduce(0) { $0 + EvenInk.length(of: $1) }
    self.spacing = max(spacing, length / EvenInk.mostPoints, .leastNormalMagnitude)
    for (index, line) in places.enumerated() where !line.isEmpty {
      self.strokes.append(index)
      lines.append(EvenInk.spaced(line, by: self.spacing))
    }
  }

  /// How many points there are.
  var pointCount: Int { lines.reduce(0) { $0 + $1.count } }

  /// All strokes.
  var all: [Stroke] { lines.map { EvenInk.stroke($0[...]) } }

  /// All but one line.
  func without(line index: Int) -> [Stroke] {
    lines.indices.filter { $0 != index }.map { EvenInk.stroke(lines[$0][...]) }
  }

  /// All but a piece of one line, whose two rests are lines of their own.
  func without(_ range: Range<Int>, of index: Int) -> [Stroke] {
    lines.indices.flatMap { line -> [Stroke] in
      guard line == index else { return [EvenInk.stroke(lines[line][...])] }
      let rests = [lines[line][..<range.lowerBound], lines[line][range.upperBound...]]
      return rests.filter { !$0.isEmpty }.map { EvenInk.stroke($0) }
    }
  }

  private static func stroke(_ places: ArraySlice<SIMD2<Double>>) -> Stroke {
    Stroke(points: places.map { InkPoint(x: $0.x, y: $0.y) })
  }

  private static func length(of line: [SIMD2<Double>]) -> Double {
    zip(line, line.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
  }

  /// The distance of two places.
  static func distance(_ one: SIMD2<Double>, _ other: SIMD2<Double>) -> Double {
    let way = other - one
    return (way * way).sum().squareRoot()
  }

  private static func spaced(_ line: [SIMD2<Double>], by spacing: Double) -> [SIMD2<Double>] {
    var (points, left) = ([line[0]], 0.0)
    for (start, end) in zip(line, line.dropFirst()) {
      let length = distance(start, end)
      guard length > 0 else { continue }
      var position = spacing - left
      while position <= length, Double(points.count) < 2 * mostPoints {
        points.append(start + (end - start) * (position / length))
        position += spacing
      }
      left = length - (position - spacing)
    }
    // The pen's last place counts.
    if let last = line.last, left > spacing / 4 { points.append(last) }
    return points
  }
}
