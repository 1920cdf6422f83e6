import Graphics

/// Where the parts of the compare screen are; none depends on the ink.
struct CompareLayout: Equatable {
  let head: Rect
  /// The heads of the table and its rows.
  let columns: Rect
  let rows: [Rect]
  /// The row of sub-tabs.
  let tabs: Rect
  /// Everything below.
  let content: Rect
  let isCompact: Bool
  /// How many rows the list may have.
  let mostRows: Int

  /// Whether there is a table.
  let hasTable: Bool
  /// Whether more models read than have room beside a large paper.
  let hasManyAnswers: Bool

  /// The parts of a window, with so many models to choose from; without a table all the room is for what is below it.
  init(_ layout: WindowLayout, models: Int, hasTable: Bool = true, chosen: Int = 0) {
    self.hasTable = hasTable
    hasManyAnswers = chosen >= (layout.size.width < 700 ? 3 : 5)
    isCompact = layout.room == .compact
    let isWide = layout.room == .wide
    let body = layout.body.inset(by: isCompact ? 12 : isWide ? 24 : 16)
    head = Rect(x: body.x, y: body.y, width: body.width, height: 26)
    columns = Rect(x: body.x, y: head.maxY + (isCompact ? 0 : 8), width: body.width, height: 24)
    let height: Double = isCompact ? 30 : 36
    mostRows = body.height < 420 ? 3 : isCompact ? 4 : isWide ? 8 : 5
    let top = columns.maxY
    rows = (0..<min(max(models, 1), mostRows)).map { index in
      Rect(x: body.x, y: top + Double(index) * height, width: body.width, height: height)
    }
    let bottom = hasTable ? (rows.last?.maxY ?? top) + (isCompact ? 8 : 16) : body.y
    tabs = Rect(x: body.x, y: bottom, width: body.width, height: isCompact ? 32 : 36)
    let start = tabs.maxY + (isCompact ? 8 : 16)
    content = Rect(x: body.x, y: start, width: body.width, height: max(0, body.maxY - start))
  }

  /// The paper, and the row of buttons below it; smaller in a small window where many answers stand beside it.
  var canvas: Rect {
    let share = isCompact && hasManyAnswers ? 0.24 : 0.4
    let side = max(80, min(content.height - 44, content.width * share)).rounded(.down)
    return Rect(x: content.x, y: content.y, width: side, height: side)
  }

  /// What stands beside the paper.
  var answers: Rect { content.inset(left: canvas.width + (isCompact ? 16 : 32)) }
}
