import Charts
import Graphics

extension Table {
  /// The row at a place of an area of `size` that the table fills from its upper edge on.
  func row(at place: Point, in size: Size) -> Int? {
    guard place.y >= Table.headHeight, (0...size.width).contains(place.x) else { return nil }
    let row = Int((place.y - Table.headHeight) / rowHeight)
    return rows.indices.contains(row) && Table.headHeight + Double(row + 1) * rowHeight <= size.height + 0.01
      ? row : nil
  }

  /// The column whose text is nearest to a place of an area of `size`.
  func column(at place: Point, in size: Size) -> Int? {
    let edges = edges(in: Rect(size))
    func distance(_ column: Int) -> Double {
      max(0, edges[column].lowerBound - place.x, place.x - edges[column].upperBound)
    }
    return edges.indices.min { distance($0) < distance($1) }
  }

  /// The ground of a row in `rect`, in which the table is drawn; it reaches beyond the words on both sides.
  func ground(ofRow row: Int, in rect: Rect) -> Rect {
    Rect(
      x: rect.x - 8, y: rect.y + Table.headHeight + Double(row) * rowHeight, width: rect.width + 16,
      height: rowHeight - 1)
  }

  /// The same with rows as high as `height` has room for, within limits.
  func fitted(to height: Double, rows limits: ClosedRange<Double>) -> Table {
    var table = self
    let room = (height - Table.headHeight) / Double(max(1, rows.count))
    table.rowHeight = min(limits.upperBound, max(limits.lowerBound, room.rounded(.down)))
    return table
  }
}

extension ColumnChart {
  /// The column at a place of `rect`, in which the chart is drawn.
  func column(at place: Point, in rect: Rect) -> Int? {
    guard rect.contains(place), !columns.isEmpty else { return nil }
    return min(columns.count - 1, Int((place.x - rect.x) / rect.width * Double(columns.count)))
  }
}
