/// Finds the printed lines of ruled and squared paper and takes them out of a map of ink.
///
/// A printed line is straight, thin, runs from edge to edge and has company. Where a stroke crosses it, the ink above
/// and below makes the run of pixels longer than the line is thick; those pixels stay.
struct RuledLines {
  /// A line through a plane: its row at the left and at the right edge.
  private struct Line {
    let left: Float
    let right: Float
    let coverage: Float

    func row(at x: Int, width: Int) -> Int { Int((left + (right - left) * Float(x) / Float(width)).rounded()) }

    func isNear(_ other: Line) -> Bool { abs(left - other.left) + abs(right - other.right) < 10 }
  }

  /// Lines lean by no more than this share of the width.
  private static let lean: Float = 0.1
  /// The share of a line that must be seen.
  private static let coverage: Float = 0.6
  /// Columns are looked at in groups of this many.
  private static let group = 8

  /// The map without printed lines, seen where it is above `threshold`.
  static func removed(from ink: Plane, threshold: Float) -> Plane {
    let rows = removedAlongRows(ink, threshold: threshold) ?? ink
    return removedAlongRows(rows.transposed(), threshold: threshold)?.transposed() ?? rows
  }

  /// `nil` if there are no printed lines.
  private static func removedAlongRows(_ ink: Plane, threshold: Float) -> Plane? {
    let lines = lines(in: ink, threshold: threshold)
    guard lines.count > 1 else { return nil }
    var result = ink
    for line in lines { remove(line, from: &result, threshold: threshold) }
    return result
  }

  private static func lines(in ink: Plane, threshold: Float) -> [Line] {
    let groups = groupCoverage(ink, threshold: threshold)
    let reach = Int(lean * Float(ink.width))
    var found: [Line] = []
    for drop in stride(from: -reach, through: reach, by: 2) {
      let offsets = (0..<groups.height).map { (2 * $0 + 1) * drop / (2 * groups.height) }
      let sums = groups.sums(along: offsets)
      for top in 0..<groups.width where (0..<groups.width).contains(top + drop) {
        let share = sums[top] / Float(groups.height)
        guard share > coverage, reachesBothEdges(groups, from: top, offsets: offsets) else { continue }
        found.append(Line(left: Float(top), right: Float(top + drop), coverage: share))
      }
    }
    return distinct(found)
  }

  /// For each group of columns (as rows of the result) and each row: the share of columns with ink at most one row off.
  private static func groupCoverage(_ ink: Plane, threshold: Float) -> Plane {
    var result = Plane(width: ink.height, height: max(ink.width / group, 1))
    let (width, height) = (ink.width, ink.height)
    let columns = min(result.height * group, width)
    let share = 1 / Float(group)
    ink.values.withUnsafeBufferPointer { ink in
      result.values.withUnsafeMutableBufferPointer { target in
        for y in 0..<height {
          let (above, here, below) = (max(y - 1, 0) * width, y * width, min(y + 1, height - 1) * width)
          for x in 0..<columns where max(ink[above + x], ink[here + x], ink[below + x]) > threshold {
            target[x / group * height + y] += share
          }
        }
      }
    }
    return result
  }

  private static func reachesBothEdges(_ groups: Plane, from top: Int, offsets: [Int]) -> Bool {
    let edge = max(groups.height / 8, 1)
    func share(_ part: Range<Int>) -> Float {
      part.reduce(Float(0)) { $0 + groups[top + offsets[$1], $1] } / Float(part.count)
    }
    return share(0..<edge) > 0.4 && share(groups.height - edge..<groups.height) > 0.4
  }

  /// The best of each bundle of lines that lie close together.
  private static func distinct(_ lines: [Line]) -> [Line] {
    lines.sorted { $0.coverage > $1.coverage }.reduce(into: []) { kept, line in
      if !kept.contains(where: line.isNear) { kept.append(line) }
    }
  }

  private static func remove(_ line: Line, from ink: inout Plane, threshold: Float) {
    let runs = (0..<ink.width).map { x in run(in: ink, x: x, near: line.row(at: x, width: ink.width), threshold) }
    let lengths = runs.compactMap { $0.map { Float($0.count) } }
    let thickness = Plane.quantile(lengths, 0.5)
    // What is this thick is a drawn line, not a printed one.
    guard thickness <= max(4, Float(ink.longerSide) / 70) else { return }
    let levels = runs.enumerated().compactMap { x, rows in rows.map { ink.peak(x: x, rows: $0) } }
    let strongest = 1.7 * Plane.quantile(levels, 0.5)
    for (x, rows) in runs.enumerated() {
      // A stroke that lies along the line is darker than the line.
      guard let rows, Float(rows.count) <= thickness + 2, ink.peak(x: x, rows: rows) <= strongest else { continue }
      for y in max(rows.lowerBound - 1, 0)..<min(rows.upperBound + 1, ink.height) {
        ink[x, y] = min(ink[x, y], 0)
      }
    }
  }

  /// The rows around `center` in column `x` that have ink without a gap.
  private static func run(in ink: Plane, x: Int, near center: Int, _ threshold: Float) -> Range<Int>? {
    let near = [0, -1, 1, -2, 2].map { center + $0 }.filter { (0..<ink.height).contains($0) }
    guard let peak = near.max(by: { ink[x, $0] < ink[x, $1] }), ink[x, peak] > threshold else { return nil }
    var (top, bottom) = (peak, peak + 1)
    while top > 0 && ink[x, top - 1] > threshold { top -= 1 }
    while bottom < ink.height && ink[x, bottom] > threshold { bottom += 1 }
    return top..<bottom
  }
}

extension Plane {
  /// The largest value of a piece of a column.
  fileprivate func peak(x: Int, rows: Range<Int>) -> Float { rows.reduce(0) { max($0, self[x, $1]) } }

  /// For each column the sum over all rows, each row moved by its offset; columns beyond the edges count as nothing.
  fileprivate func sums(along offsets: [Int]) -> [Float] {
    var sums = [Float](repeating: 0, count: width)
    values.withUnsafeBufferPointer { source in
      sums.withUnsafeMutableBufferPointer { sums in
        for (row, offset) in offsets.enumerated() {
          let start = row * width + offset
          let first = max(-offset, 0)
          for column in first..<max(first, min(width - offset, width)) { sums[column] += source[start + column] }
        }
      }
    }
    return sums
  }
}
