import Graphics

/// Where the parts of a number lie in the panel; none of it depends on what was read.
struct NumberLayout {
  /// Less room than this has only one button for the choice between digit and number.
  static let leastForSegments = 500.0
  private static let segments = 160.0

  let isCompact: Bool
  /// The choice between digit and number; nil where it is in the rail.
  let choice: Rect?
  /// The number, and what is said about it.
  let figure: Rect
  let words: Rect
  let bars: Rect
  /// The title of the table with the button beside it.
  let title: Rect
  /// The heads of the columns; of no height where there is no room.
  let heads: Rect
  /// The rows of the digits.
  let rows: Rect
  let rowHeight: Double

  /// Lays out `layout.panel`.
  init(_ layout: WindowLayout) {
    let panel = layout.panel
    isCompact = layout.room == .compact
    let isWide = layout.room == .wide
    let head: Double = isCompact ? 84 : isWide ? 148 : 118
    choice = NumberLayout.choice(layout)
    let right = choice.map { $0.x - 16 } ?? panel.maxX
    let figureHeight: Double = isCompact ? 46 : isWide ? 98 : 70
    figure = Rect(x: panel.x, y: panel.y + 3, width: right - panel.x, height: figureHeight)
    words = Rect(x: panel.x, y: figure.maxY + (isCompact ? 2 : 8), width: panel.width, height: 26)
    let row: Double = isCompact ? 20 : isWide ? min(36, max(22, panel.height / 36).rounded(.down)) : 22
    bars = Rect(x: panel.x, y: panel.y + head + 26, width: panel.width, height: row * 10)
    title = Rect(x: panel.x, y: bars.maxY + (isCompact ? 6 : 16), width: panel.width, height: 36)
    let hasHeads = panel.maxY - title.maxY >= 200
    heads = Rect(x: panel.x, y: title.maxY, width: panel.width, height: hasHeads ? 24 : 0)
    rowHeight = isCompact ? 32 : 36
    let room = max(0, panel.maxY - heads.maxY)
    // Clear of the button, but not for the price of a row.
    let gap = hasHeads ? 0 : min(6, room.truncatingRemainder(dividingBy: rowHeight))
    rows = Rect(x: panel.x, y: heads.maxY + gap, width: panel.width, height: room - gap)
  }

  /// How many rows there is room for.
  var rowCount: Int { Int((rows.height / rowHeight).rounded(.down)) }

  /// Where the choice between digit and number lies in the panel, if it has room for that.
  static func choice(_ layout: WindowLayout) -> Rect? {
    let panel = layout.panel
    guard panel.width >= leastForSegments else { return nil }
    return Rect(x: panel.maxX - segments, y: panel.y + 4, width: segments, height: 36)
  }
}
