/// Which pieces of ink are left out one at a time, and what that says about each place of the lines.
struct PieceWindows {
  /// A piece of a line, by its points.
  struct Window {
    var line: Int
    var range: Range<Int>
  }

  private(set) var all: [Window] = []

  /// Points of a piece: long enough that a hole is left between the round ends of what stays.
  private static let lengths = [10, 16]
  /// From piece to piece.
  private static let step = 3
  /// A drawing of any length has about this many pieces of a length.
  private static let most = 120

  /// The pieces of `ink`, which overlap.
  init(_ ink: EvenInk) {
    let step = max(PieceWindows.step, ink.pointCount / PieceWindows.most)
    for length in PieceWindows.lengths {
      let length = max(length, 2 * step)
      for (line, points) in ink.lines.enumerated() {
        for middle in stride(from: 0, to: points.count + step - 1, by: step) {
          let range = max(0, middle - length / 2)..<min(points.count, middle + (length + 1) / 2)
          if !range.isEmpty { all.append(Window(line: line, range: range)) }
        }
      }
    }
  }

  /// The value of each place: the mean of the pieces that hold it, those most whose middle is near.
  func spread(_ values: [Float], over ink: EvenInk) -> [[Float]] {
    var sums = ink.lines.map { [Float](repeating: 0, count: $0.count) }
    var weights = sums
    for (window, value) in zip(all, values) {
      let middle = Float(window.range.lowerBound + window.range.upperBound - 1) / 2
      let reach = Float(window.range.count) / 2 + 0.5
      for index in window.range {
        let weight = max(0.05, 1 - abs(Float(index) - middle) / reach)
        sums[window.line][index] += value * weight
        weights[window.line][index] += weight
      }
    }
    return zip(sums, weights).map { zip($0, $1).map { $1 > 0 ? $0 / $1 : 0 } }
  }
}
