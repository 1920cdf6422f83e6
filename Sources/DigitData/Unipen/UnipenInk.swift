import Ink

/// The strokes of a UNIPEN file and of what it includes, in the order in which they were drawn.
struct UnipenInk {
  /// No file has more points or strokes than this.
  private static let mostPoints = 1_000_000
  private static let mostStrokes = 100_000

  private(set) var strokes: [Stroke] = []
  private(set) var pointCount = 0
  /// Points per inch or millimetre, where the file says so.
  var resolution: (x: Double?, y: Double?)
  private var x = 0
  private var y = 1
  private var time: Int?
  private var columnCount = 2

  /// Whether nothing more may come.
  var isFull: Bool { pointCount >= UnipenInk.mostPoints || strokes.count >= UnipenInk.mostStrokes }

  /// Takes the columns of the points, such as X, Y and T; false when X or Y is not among them.
  mutating func setColumns(_ names: [Substring]) -> Bool {
    guard let x = names.firstIndex(of: "X"), let y = names.firstIndex(of: "Y") else { return false }
    (self.x, self.y, time, columnCount) = (x, y, names.firstIndex(of: "T"), names.count)
    return true
  }

  /// The pen touches the paper.
  mutating func beginStroke() { strokes.append(Stroke(points: [])) }

  /// Takes the numbers of one or several points; false when they are not points.
  mutating func append(_ numbers: [Double]) -> Bool {
    guard let last = strokes.indices.last, numbers.count % columnCount == 0, numbers.allSatisfy(\.isFinite) else {
      return false
    }
    for start in stride(from: 0, to: numbers.count, by: columnCount) {
      // Upward in the file, downward in a drawing; subtracted, because -0 would be written with its sign.
      let point = InkPoint(
        x: numbers[start + x], y: 0 - numbers[start + y] * heightOfUnit, milliseconds: time.map { numbers[start + $0] })
      guard point.y.isFinite else { return false }
      strokes[last].points.append(point)
    }
    pointCount += numbers.count / columnCount
    return true
  }

  /// The height of a unit in widths of a unit: few tablets have other steps down than across.
  private var heightOfUnit: Double {
    guard let x = resolution.x, let y = resolution.y, x > 0, y > 0, x.isFinite, (x / y).isFinite else { return 1 }
    return x / y
  }

  /// The ink of one part of a segment; nothing when the file has no such ink.
  func strokes(_ part: UnipenSegment.Part) -> [Stroke]? {
    guard part.first.stroke <= part.last.stroke, part.last.stroke < strokes.count else { return nil }
    var chosen = Array(strokes[part.first.stroke...part.last.stroke])
    // The end first: where both are in one stroke, the beginning moves what is behind it.
    if let end = part.last.point {
      guard let count = chosen.last?.points.count, end < count else { return nil }
      chosen[chosen.count - 1].points.removeLast(count - 1 - end)
    }
    if let start = part.first.point {
      guard let count = chosen.first?.points.count, start < count else { return nil }
      chosen[0].points.removeFirst(start)
    }
    return chosen
  }
}
