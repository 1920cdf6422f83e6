/// Pieces of ink that stand side by side.
struct NumberLine {
  /// From left to right by their left edges.
  let parts: [NumberPart]
  /// How tall its digits are.
  let height: Double
  /// Between these its digits stand.
  let top: Double
  let bottom: Double

  /// A line of `parts`, of which there is at least one; `least` is the least height of anything that can be read.
  private init(_ parts: [NumberPart], least: Double) {
    self.parts = parts.sorted { ($0.left, $0.index) < ($1.left, $1.index) }
    let tallest = parts.reduce(0) { max($0, $1.height) }
    let tall = parts.filter { $0.height >= NumberLine.tallShare * tallest }
    let widest = parts.reduce(0) { max($0, $1.width) }
    // A line of nothing but a minus sign has no height of its own.
    height = max(NumberLine.median(tall.map(\.height)), widest / 4, least, 1e-150)
    let middle = NumberLine.median(tall.map { ($0.top + $0.bottom) / 2 })
    (top, bottom) = (middle - height / 2, middle + height / 2)
  }

  /// Pieces at least this share of the tallest are as tall as digits.
  private static let tallShare = 0.45

  /// The lines that `parts` stand in, from top to bottom.
  static func lines(of parts: [NumberPart], least: Double) -> [NumberLine] {
    let tallest = parts.reduce(0) { max($0, $1.height) }
    var rows: [(top: Double, bottom: Double, parts: [NumberPart])] = []
    // Whole digits make the lines; bars and dots join the nearest one.
    for part in parts.sorted(by: { $0.top < $1.top }) where part.height >= tallShare * tallest {
      if let last = rows.indices.last, overlap(part, rows[last]) > 0.3 * min(part.height, tallest * 0.6) {
        rows[last].bottom = max(rows[last].bottom, part.bottom)
        rows[last].parts.append(part)
      } else {
        rows.append((part.top, part.bottom, [part]))
      }
    }
    for part in parts where part.height < tallShare * tallest {
      let nearest = rows.indices.min { distance(part, rows[$0]) < distance(part, rows[$1]) }
      if let nearest { rows[nearest].parts.append(part) }
    }
    return rows.map { NumberLine($0.parts, least: least) }
  }

  private static func overlap(_ part: NumberPart, _ row: (top: Double, bottom: Double, parts: [NumberPart])) -> Double {
    min(part.bottom, row.bottom) - max(part.top, row.top)
  }

  private static func distance(_ part: NumberPart, _ row: (top: Double, bottom: Double, parts: [NumberPart])) -> Double
  {
    let middle = (part.top + part.bottom) / 2
    return max(row.top - middle, middle - row.bottom, 0)
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}
