package import Graphics

/// Where the parts of the window are, in units; no part depends on the ink.
package struct WindowLayout: Equatable {
  /// How much room there is.
  package enum Room: Equatable {
    case compact, regular, wide
  }

  package let room: Room
  package let size: Size
  /// The bar along the top and the line along the bottom.
  package let top: Rect
  package let status: Rect
  /// The tools on the left.
  package let rail: Rect
  /// The square paper.
  package let canvas: Rect
  /// The row beneath the canvas; of no height where there is no room.
  package let strip: Rect
  /// Answer, bars and what the network sees.
  package let panel: Rect
  /// Everything between top and status.
  package let body: Rect

  /// Lays out a window of `size`; `hasTime` says whether there is a row beneath the canvas, nil: as there is room. The
  /// line along the bottom is `foot` high where that is said.
  package init(_ size: Size, hasTime: Bool? = nil, foot: Double? = nil) {
    self.size = size
    let isCompact = size.width < 1000 || size.height < 680
    room = isCompact ? .compact : size.width >= 1600 && size.height >= 900 ? .wide : .regular
    let margin: Double = isCompact ? 12 : room == .wide ? 24 : 16
    let (topHeight, statusHeight) = (isCompact ? 44 : 52.0, foot ?? 28)
    top = Rect(x: 0, y: 0, width: size.width, height: topHeight)
    status = Rect(x: 0, y: size.height - statusHeight, width: size.width, height: statusHeight)
    body = Rect(x: 0, y: topHeight, width: size.width, height: size.height - topHeight - statusHeight)
    let railWidth: Double = isCompact ? 44 : room == .wide ? 72 : 64
    let railX: Double = isCompact ? 8 : 12
    let canvasX = railX + railWidth + (isCompact ? 8 : 16)
    let gap: Double = isCompact ? 20 : 32
    let (least, most): (Double, Double) = isCompact ? (268, 640) : room == .wide ? (560, 960) : (440, 640)
    let isTall = size.height > size.width
    let stripHeight: Double = hasTime ?? (size.height - statusHeight + 28 >= 560) ? (isCompact ? 64 : 68) : 0
    let free = Size(
      width: size.width - canvasX - gap - least - margin, height: body.height - 2 * margin - stripHeight)
    let side = WindowLayout.side(
      free, width: body.width - canvasX - margin, height: body.height - 2 * margin - stripHeight, isTall: isTall)
    let panelWidth = min(most, size.width - canvasX - side - gap - margin)
    // What is left over on both sides of the block.
    let shift = isTall ? 0 : max(0, ((size.width - margin - canvasX - side - gap - panelWidth) / 2).rounded(.down))
    let below = isTall ? 0 : max(0, (body.height - 2 * margin - stripHeight - side) / 2)
    let y = topHeight + margin + (room == .wide ? below.rounded(.down) : 0)
    rail = Rect(x: railX + shift, y: y, width: railWidth, height: status.y - margin - y)
    canvas = Rect(x: canvasX + shift, y: y, width: side, height: side)
    strip = Rect(
      x: canvas.x, y: canvas.maxY + (isCompact ? 12 : 16), width: side, height: max(0, stripHeight - 24))
    panel =
      isTall
      ? Rect(
        x: canvasX, y: canvas.maxY + stripHeight + gap / 2, width: size.width - canvasX - margin,
        height: max(0, status.y - margin - canvas.maxY - stripHeight - gap / 2))
      : Rect(x: canvas.maxX + gap, y: y, width: panelWidth, height: status.y - margin - y)
  }

  /// Whether there is room for the row beneath the canvas.
  package var hasStrip: Bool { strip.height >= 32 }

  /// What the panel needs below the canvas of a window that is taller than wide.
  private static let panelHeight = 520.0

  private static func side(_ free: Size, width: Double, height: Double, isTall: Bool) -> Double {
    if isTall { return max(240, min(width, height - panelHeight)).rounded(.down) }
    return max(min(320, free.height), min(free.height, free.width, 1440)).rounded(.down)
  }
}
