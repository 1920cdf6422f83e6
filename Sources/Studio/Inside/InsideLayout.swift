package import Graphics

/// Where the parts of the Inside screen are; none depends on the ink or on the network.
package struct InsideLayout: Equatable {
  /// Whether one part is shown at a time.
  package let isCompact: Bool
  /// How much room there is.
  let room: WindowLayout.Room
  /// Above the canvas: the answer, undo and clear.
  package let head: Rect
  package let canvas: Rect
  /// Below the canvas: ten bars; of no height where there is no room.
  package let bars: Rect
  /// What a small window chooses the part with; of no height elsewhere.
  package let segments: Rect
  package let pipeline: Rect
  package let layers: Rect
  /// Where the explanation of the answer goes once there is one: below the canvas, or all of a small window's content.
  package let why: Rect

  /// The height of the line above a part.
  static let headHeight = 36.0

  /// The parts of a window.
  package init(_ layout: WindowLayout) {
    room = layout.room
    isCompact = room == .compact
    let margin: Double = isCompact ? 12 : room == .wide ? 24 : 16
    let top = layout.body.y + (isCompact ? 6 : 8)
    let bottom = layout.body.maxY - margin
    let canvasY = top + InsideLayout.headHeight + 4
    let (titleHeight, row): (Double, Double) = (34, isCompact ? 18 : 24)
    let withBars = bottom - canvasY - titleHeight - 10 * row
    let hasBars = withBars >= 200
    let share: Double = isCompact ? (hasBars ? 0.36 : 0.28) : room == .wide ? 0.29 : 0.275
    let side = min(hasBars ? withBars : bottom - canvasY, layout.body.width * share).rounded(.down)
    head = Rect(x: margin, y: top, width: side, height: InsideLayout.headHeight)
    canvas = Rect(x: margin, y: canvasY, width: side, height: side)
    let barsY = canvas.maxY + titleHeight
    let barHeight = min(room == .wide ? 40 : 28, ((bottom - barsY) / 10).rounded(.down))
    bars = Rect(x: margin, y: barsY, width: side, height: hasBars ? barHeight * 10 : 0)
    let x = canvas.maxX + (isCompact ? 20 : 32)
    let content = Rect(x: x, y: top, width: layout.body.width - margin - x, height: bottom - top)
    guard !isCompact else {
      segments = Rect(x: x, y: top, width: min(content.width, 280), height: 36)
      let part = content.inset(top: 44)
      (pipeline, layers, why) = (part, part, part)
      return
    }
    segments = Rect(x: x, y: top, width: 0, height: 0)
    let pipelineHeight = PipelineLayout.height(width: content.width, room: room)
    pipeline = Rect(x: x, y: top, width: content.width, height: pipelineHeight)
    layers = content.inset(top: pipelineHeight + 8)
    why = Rect(x: margin, y: canvas.maxY + 12, width: side, height: bottom - canvas.maxY - 12)
  }
}
