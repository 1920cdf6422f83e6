/// How much ink lies on each pixel: 0 for paper, about 1 for the stroke of the pen, whatever light and colour.
struct InkMap {
  /// Ink in proportion to the paper around it, not yet scaled.
  private(set) var ink: Plane

  init(_ colors: WorkingColors) {
    let channels = [colors.red, colors.green, colors.blue]
    let papers = channels.map(InkMap.paper)
    let color = InkColor(channels, papers: papers)
    let mixed = color.mixed(channels)
    // Filling in keeps the edges of shadows but not waves in the paper; the median follows waves but not edges.
    let paper = color.mixed(papers).combined(with: mixed.paperLevel, min)
    ink = paper.combined(with: mixed, -)
    if color.isDark {
      // A stroke takes a share of the light that falls on the paper; chalk on a board adds to it.
      let brightest = Plane.quantile(paper.sample, 0.9)
      ink = ink.combined(with: paper) { $0 * min(max(brightest / max($1, 1), 1), 3) }
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

  /// Noise lifts the estimate of the paper; what most pixels show is no ink.
  private mutating func subtractLevelOfPaper() {
    let level = Plane.quantile(ink.sample, 0.5)
    ink = ink.mapped { $0 - level }
  }
}
