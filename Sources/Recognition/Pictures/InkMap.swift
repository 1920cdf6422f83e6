/// How much ink lies on each pixel: 0 for paper, about 1 for the stroke of the pen, whatever light and colour.
struct InkMap {
  /// Ink in proportion to the paper around it, not yet scaled.
  private(set) var ink: Plane
  /// Whether it is darker than the paper.
  let isDarkInk: Bool

  /// Colours are told from pictures with sides of no more than about this.
  private static let colorSide = 240

  init(_ colors: WorkingColors, polarity: PictureOptions.Polarity) {
    let channels = [colors.red, colors.green, colors.blue]
    if let paper = FlatPaper(channels) {
      let color = InkColor(channels, paper: paper.levels, polarity: polarity)
      isDarkInk = color.isDark
      ink = paper.ink(channels, color)
      return
    }
    let factor = max(colors.red.longerSide / InkMap.colorSide, 1)
    let small = channels.map { $0.reduced(by: factor) }
    let papers = small.map(InkMap.paper)
    let color = InkColor(
      small, papers: papers.map { $0.enlarged(width: small[0].width, height: small[0].height) }, polarity: polarity)
    isDarkInk = color.isDark
    let mixed = color.mixed(channels)
    // Filling in keeps the edges of shadows but not waves in the paper; the median follows waves but not edges.
    let paper = color.mixed(papers).enlarged(width: mixed.width, height: mixed.height)
      .combined(with: mixed.paperLevel, min)
    // A stroke takes a share of the light that falls on the paper; chalk on a board adds to it.
    let brightest = color.isDark ? Plane.quantile(paper.sample, 0.9) : 0
    ink = paper.combined(with: mixed) { ($0 - $1) * min(max(brightest / max($0, 1), 1), 3) }
    subtractLevelOfPaper()
  }

  /// Strokes are lower than half of what is around them, so a median over a quarter of the picture is paper.
  ///
  /// The result has few values and is to be enlarged.
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
        nodes[column, row] = Plane.quantile(continued.everySecond(in: window), 0.5)
      }
    }
    return nodes.smoothed()
  }

  /// Noise lifts the estimate of the paper; what most pixels show is no ink.
  private mutating func subtractLevelOfPaper() {
    let level = Plane.quantile(ink.sample, 0.5)
    ink = ink.mapped { $0 - level }
  }
}

extension Plane {
  /// Every second value of every second row in a box: enough for a median.
  fileprivate func everySecond(in box: PixelBox) -> [Float] {
    var found: [Float] = []
    found.reserveCapacity((box.width + 1) * (box.height + 1) / 4)
    for y in stride(from: box.top, to: box.bottom, by: 2) {
      for x in stride(from: box.left, to: box.right, by: 2) { found.append(values[y * width + x]) }
    }
    return found
  }
}
