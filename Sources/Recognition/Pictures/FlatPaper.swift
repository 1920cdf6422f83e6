/// Paper of one even colour, as in drawings, screenshots and clean scans: no light to make up for, however wide the pen.
struct FlatPaper {
  /// The paper's red, green and blue.
  let levels: [Float]

  /// Values this near to each other are the same colour; files that lose some detail are no more uneven.
  private static let spread: Float = 3
  /// The share of the picture's border that is paper; ink may touch the rest.
  private static let shareOfBorder = 0.6
  /// The share of the whole picture; less than half would be a frame around something else.
  private static let share = 0.5

  /// Looks for one colour along the border and within; `nil` if light falls unevenly.
  init?(_ channels: [Plane]) {
    let borders = channels.map(\.borderValues)
    let levels = borders.map { Plane.quantile($0, 0.5) }
    guard FlatPaper.share(of: levels, in: borders) >= FlatPaper.shareOfBorder,
      FlatPaper.share(of: levels, in: channels.map(\.values)) > FlatPaper.share
    else { return nil }
    self.levels = levels
  }

  /// Ink of a `color` in proportion to its difference from the paper.
  func ink(_ channels: [Plane], _ color: InkColor) -> Plane {
    let paper = zip(levels, color.weights).reduce(0) { $0 + $1.0 * $1.1 }
    return color.mixed(channels).mapped { paper - $0 }
  }

  private static func share(of levels: [Float], in channels: [[Float]]) -> Double {
    let count = channels[0].indices.count { index in
      zip(levels, channels).allSatisfy { abs($1[index] - $0) <= spread }
    }
    return Double(count) / Double(channels[0].count)
  }
}
