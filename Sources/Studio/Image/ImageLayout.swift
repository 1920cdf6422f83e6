import Graphics

/// Where the parts of the image screen are; none depends on the picture.
struct ImageLayout: Equatable {
  /// The name of the picture and the buttons.
  let head: Rect
  /// The original with its title.
  let photo: Rect
  /// The three pictures after it, each with its title: ink, digit, what the network sees.
  let stages: [Rect]
  /// The side of their squares: a whole number of the screen's pixels for each of the 28.
  let side: Double
  /// Answer, bars, and what can be corrected.
  let panel: Rect
  let isCompact: Bool

  /// The height of a title with a line that explains it, or alone in a small window.
  var titleHeight: Double { isCompact ? 22 : 44 }

  /// The parts of a window whose unit is `scale` pixels.
  init(_ layout: WindowLayout, scale: Double) {
    isCompact = layout.room == .compact
    let isWide = layout.room == .wide
    let margin: Double = isCompact ? 12 : isWide ? 24 : 16
    let gap: Double = isCompact ? 20 : 32
    let least: Double = isCompact ? 268 : isWide ? 560 : 440
    let body = layout.body.inset(by: margin)
    let panelWidth = min(960, max(least, (body.width * 0.3).rounded()))
    panel = Rect(x: body.maxX - panelWidth, y: body.y, width: panelWidth, height: body.height)
    let width = body.width - panelWidth - gap
    head = Rect(x: body.x, y: body.y, width: width, height: 36)
    let title: Double = isCompact ? 22 : 44
    let space: Double = isCompact ? 8 : 16
    let height = body.height - head.height - space
    let between: Double = isCompact ? 12 : 24
    let column = ((width - 2 * between) / 3).rounded(.down)
    let wished: Double = isCompact ? 4 : isWide ? 12 : 6
    let fits = min(wished, column / 28, height * 0.32 / 28)
    let side = max(1, (fits * scale).rounded(.down)) * 28 / scale
    self.side = side
    let top = body.maxY - side - title
    stages = (0..<3).map { index in
      Rect(x: body.x + Double(index) * (column + between), y: top, width: column, height: title + side)
    }
    photo = Rect(x: body.x, y: head.maxY + space, width: width, height: top - space - head.maxY - space)
  }

  /// Where the original itself may be: with room for the handles of a crop that begins at its left edge.
  var photoArea: Rect { photo.inset(left: -PhotoPlace.margin, top: titleHeight) }
}
