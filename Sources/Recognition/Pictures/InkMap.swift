/// How much ink lies on each pixel: 0 for paper, about 1 for the stroke of the pen, whatever light and colour.
struct InkMap {
  /// Ink in proportion to the paper around it, not yet scaled.
  private(set) var ink: Plane

  init(_ colors: WorkingColors) {
    let channels = [colors.red, colors.green, colors.blue]
    let papers = channels.map(InkMap.paper)
    let weights = InkMap.inkColor(zip(papers, channels).map { $0.combined(with: $1, -) })
    let zero = Plane(width: colors.red.width, height: colors.red.height)
    func mixed(_ planes: [Plane]) -> Plane {
      zip(planes, weights).reduce(zero) { sum, part in
        let (plane, weight) = part
        return sum.combined(with: plane) { $0 + $1 * weight }
      }
    }
    let paper = mixed(papers)
    let flat = mixed(channels).combined(with: paper, -)
    let closed = InkMap.closed(flat)
    let isDark = weights.reduce(0, +) > 0
    // A stroke takes a share of the light that falls on the paper; chalk on a board adds to it.
    let brightest = Plane.quantile(paper.sample, 0.9)
    ink = closed.combined(with: flat, -)
    if isDark {
      let light = paper.combined(with: closed, +)
      ink = ink.combined(with: light) { $0 * min(max(brightest / max($1, 1), 1), 3) }
    }
    subtractLevelOfPaper()
  }

  /// Strokes are lower than half of what is around them, so a median over a quarter of the picture is paper.
  private static func paper(_ channel: Plane) -> Plane {
    let coarse = channel.reduced(by: max(channel.longerSide / 64, 1))
    let reach = max(coarse.longerSide / 6, 1)
    let step = max(coarse.longerSide / 16, 1)
    let continued = coarse.continued(by: reach)
    let columns = (coarse.width + step - 1) / step
    let rows = (coarse.height + step - 1) / step
    var nodes = Plane(width: columns, height: rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let place = PixelBox(
          left: column * step, top: row * step, right: min(column * step + step, coarse.width),
          bottom: min(row * step + step, coarse.height))
        let window = PixelBox(
          left: place.left, top: place.top, right: place.right + 2 * reach, bottom: place.bottom + 2 * reach)
        nodes[column, row] = Plane.quantile(continued.cropped(to: window).values, 0.5)
      }
    }
    return nodes.smoothed().enlarged(width: channel.width, height: channel.height)
  }

  /// Weights of red, green and blue, their magnitudes adding up to 1, positive where ink is darker than paper.
  ///
  /// Thick pens show best against the paper; a faint pencil in a deep shadow shows only against its surroundings. Of the
  /// two views the one that is more of one mind decides.
  private static func inkColor(_ differences: [Plane]) -> [Float] {
    let near = differences.map { $0.combined(with: $0.surroundings, -) }
    let views = [InkVote(differences.map { $0.smoothed() }), InkVote(near.map { $0.smoothed() })]
    guard let vote = views.max(by: { $0.agreement < $1.agreement }) else { return [] }
    // Colours that go against the rest carry little and would turn paper into ink.
    let kept = vote.sums.map { vote.isDark ? max($0, 0) : min($0, 0) }
    let total = kept.reduce(0) { $0 + abs($1) }
    return total > 0 ? kept.map { $0 / total } : [1, 1, 1].map { $0 / 3 }
  }

  /// The level of the paper with strokes filled in; edges of shadows stay where they are.
  private static func closed(_ flat: Plane) -> Plane {
    let cell = max(flat.longerSide / 80, 1)
    let coarse = flat.reduced(by: cell)
    let radius = max(coarse.longerSide / 8, 1)
    let closed = coarse.continued(by: 2 * radius).dilated(by: radius).eroded(by: radius).smoothed()
    let inside = PixelBox(left: 0, top: 0, right: coarse.width, bottom: coarse.height).moved(by: 2 * radius)
    return closed.cropped(to: inside).enlarged(width: flat.width, height: flat.height)
  }

  /// Noise lifts the estimate of the paper; what most pixels show is no ink.
  private mutating func subtractLevelOfPaper() {
    let level = Plane.quantile(ink.sample, 0.5)
    ink = ink.mapped { $0 - level }
  }
}

/// Whether ink is darker than paper and what colour it has, by the vote of all pixels.
///
/// Large differences count most: noise goes both ways and cancels out, and faint rulings have little say.
private struct InkVote {
  private(set) var sums: [Float] = [0, 0, 0]
  private var magnitude: Float = 0

  var isDark: Bool { sums.reduce(0, +) >= 0 }
  /// 1 if all pixels agree, 0 if there are as many votes for light ink as for dark.
  var agreement: Float { magnitude > 0 ? abs(sums.reduce(0, +)) / magnitude : 0 }

  init(_ differences: [Plane]) {
    var total = SIMD4<Float>.zero
    for index in differences[0].values.indices {
      let difference = SIMD4(
        differences[0].values[index], differences[1].values[index], differences[2].values[index], 0)
      let vote = difference * (difference * difference).sum()
      total += vote
      magnitude += abs(vote.sum())
    }
    sums = [total.x, total.y, total.z]
  }
}

extension Plane {
  /// The means of the neighbourhoods, a sixteenth of the plane wide.
  fileprivate var surroundings: Plane {
    reduced(by: max(longerSide / 16, 1)).enlarged(width: width, height: height)
  }
}
