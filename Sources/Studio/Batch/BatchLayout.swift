package import Graphics

/// Where the parts of the batch screen are; none depends on the rows.
package struct BatchLayout: Equatable {
  /// Title and buttons; how far it is; filters.
  let head, progress, filters: Rect
  /// The table with its head, the rows alone, and the scroll bar.
  package let table: Rect
  let titles, rows, bar: Rect
  /// What stands beside it; a small window shows one of them at a time, over all of the room.
  let side: Rect
  let isSingle: Bool
  /// The height of a row.
  let rowHeight: Double

  /// The parts of a window.
  package init(_ layout: WindowLayout) {
    isSingle = layout.room == .compact
    rowHeight = isSingle ? 34 : 36
    let margin: Double = isSingle ? 12 : layout.room == .wide ? 24 : 16
    let inner = layout.body.inset(left: margin, top: isSingle ? 8 : 16, right: margin, bottom: margin)
    func line(_ y: Double) -> Rect { Rect(x: inner.x, y: y, width: inner.width, height: 36) }
    head = line(inner.y)
    progress = line(head.maxY + (isSingle ? 4 : 8))
    let top = progress.maxY + (isSingle ? 4 : 12)
    let body = Rect(x: inner.x, y: top, width: inner.width, height: max(0, inner.maxY - top))
    let width = isSingle ? body.width : min(560, max(396, body.width * 0.29)).rounded()
    side = Rect(x: body.maxX - width, y: body.y, width: width, height: body.height)
    let left = isSingle ? body : Rect(x: body.x, y: body.y, width: body.width - width - 32, height: body.height)
    filters = Rect(x: left.x, y: left.y, width: left.width, height: 36)
    let gap: Double = isSingle ? 8 : 16
    table = Rect(x: left.x, y: filters.maxY + gap, width: left.width, height: max(0, left.height - 36 - gap))
    titles = Rect(x: table.x, y: table.y, width: table.width, height: 36)
    rows = table.inset(top: 37, bottom: 4)
    bar = Rect(x: rows.maxX - 20, y: rows.y, width: 20, height: rows.height)
  }

  /// How many rows there is room for.
  package var rowsOnPage: Double { max(1, rows.height / rowHeight) }

  /// The knob of the scroll bar, from the upper end of the bar: how high, and where.
  func knob(first: Double, of count: Int) -> (y: Double, height: Double)? {
    let (count, room) = (Double(count), bar.height - 8)
    guard count > rowsOnPage, room > 40 else { return nil }
    let height = max(32, room * rowsOnPage / count)
    return (4 + (room - height) * min(1, first / (count - rowsOnPage)), height)
  }

  /// The first row where the knob stands at a height.
  func first(knobAt y: Double, of count: Int) -> Double {
    let (count, room) = (Double(count), bar.height - 8)
    let height = max(32, room * rowsOnPage / count)
    return (y - 4) / max(1, room - height) * (count - rowsOnPage)
  }
}
