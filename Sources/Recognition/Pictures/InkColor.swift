/// The colour of the ink: which mixture of red, green and blue shows it best, and whether it is darker than the paper.
struct InkColor {
  /// Weights of red, green and blue, their magnitudes adding up to 1; positive for dark ink, negative for light ink.
  let weights: [Float]
  let isDark: Bool

  /// Looks at the pixels of `channels` that differ from `papers` and are narrower than a sheet or a shadow.
  init(_ channels: [Plane], papers: [Plane], polarity: PictureOptions.Polarity) {
    let equal = [Float](repeating: 1 / Float(channels.count), count: channels.count)
    let gray = InkColor.mixed(channels, equal).smoothed()
    let paper = InkColor.mixed(papers, equal)
    let differences = paper.combined(with: gray, -)
    // A hole in a digit is light and narrow but as light as paper; a table is dark but wide. Only strokes are both.
    let dark = differences.combined(with: gray.paperLevel.combined(with: gray, -)) { min($0, $1) }
    let light = differences.combined(with: gray.combined(with: gray.mapped(-).paperLevel, +)) { min(-$0, $1) }
    self.init(channels, papers: papers, dark: dark, light: light, polarity: polarity)
  }

  /// Looks at the pixels of `channels` that differ from a `paper` of one colour, however wide they are.
  init(_ channels: [Plane], paper: [Float], polarity: PictureOptions.Polarity) {
    let papers = paper.map { Plane(width: channels[0].width, height: channels[0].height, value: $0) }
    let equal = [Float](repeating: 1 / Float(channels.count), count: channels.count)
    let differences = InkColor.mixed(papers, equal).combined(with: InkColor.mixed(channels, equal), -)
    self.init(channels, papers: papers, dark: differences, light: differences.mapped(-), polarity: polarity)
  }

  private init(
    _ channels: [Plane], papers: [Plane], dark: Plane, light: Plane, polarity: PictureOptions.Polarity
  ) {
    isDark =
      switch polarity {
      case .automatic: InkColor.votes(dark) >= InkColor.votes(light)
      case .darkInk: true
      case .lightInk: false
      }
    weights = InkColor.weights(channels, papers, strokes: isDark ? dark : light, sign: isDark ? 1 : -1)
  }

  /// Paper high and ink low, whichever is lighter.
  func mixed(_ channels: [Plane]) -> Plane { InkColor.mixed(channels, weights) }

  private static func mixed(_ channels: [Plane], _ weights: [Float]) -> Plane {
    var sum = channels[0].mapped { $0 * weights[0] }
    for (channel, weight) in zip(channels, weights).dropFirst() {
      sum = sum.combined(with: channel) { $0 + $1 * weight }
    }
    return sum
  }

  /// Large differences count most: faint rulings have little say, and noise has as much for one side as for the other.
  private static func votes(_ strokes: Plane) -> Float {
    strokes.values.reduce(0) { $0 + ($1 > 0 ? $1 * $1 * $1 : 0) }
  }

  private static func weights(_ channels: [Plane], _ papers: [Plane], strokes: Plane, sign: Float) -> [Float] {
    let sums = zip(channels, papers).map { channel, paper in
      var sum: Float = 0
      for (index, stroke) in strokes.values.enumerated() where stroke > 0 {
        sum += (paper.values[index] - channel.values[index]) * sign * stroke * stroke
      }
      // A colour that goes against the rest carries little and would turn paper into ink.
      return max(sum, 0)
    }
    let total = sums.reduce(0, +)
    return sums.map { total > 0 ? sign * $0 / total : sign / Float(sums.count) }
  }
}

extension Plane {
  /// The plane with everything low and narrow filled in: the level of the paper, shadows and edges of sheets with it.
  var paperLevel: Plane {
    let coarse = reduced(by: (longerSide + 159) / 160)
    let radius = max(min(coarse.width, coarse.height) / 8, coarse.longerSide / 20, 1)
    let margin = 2 * radius + 1
    // One step more inward than outward: beside the edge of a shadow it is better to miss ink than to invent it.
    let closed = coarse.continued(by: margin).dilated(by: radius).eroded(by: radius + 1).smoothed()
    let inside = PixelBox(left: 0, top: 0, right: coarse.width, bottom: coarse.height).moved(by: margin)
    return closed.cropped(to: inside).enlarged(width: width, height: height)
  }
}
