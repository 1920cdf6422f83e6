package import Graphics

/// Where the parts of one map and its calculation are.
package struct EnlargedMap: Equatable {
  /// Title and the way back.
  package let head: Rect
  /// The map, each value several pixels of the screen.
  package let map: Rect
  /// The numbers.
  package let numbers: Rect
  private let rows: Int
  private let columns: Int

  /// The map of `stage` alone in `rect`.
  init(_ stage: InsideStage?, in rect: Rect, isCompact: Bool, scale: Double) {
    (rows, columns) = (stage?.rows ?? 1, stage?.columns ?? 1)
    head = Rect(x: rect.x, y: rect.y, width: rect.width, height: 36)
    let top = rect.y + 44
    let isList = stage.map { $0.isVector } ?? true
    let room: Double = isCompact ? 116 : min(rect.width * 0.34, rect.maxY - top - 24)
    let pixel = max(1, (room * scale / Double(max(rows, columns))).rounded(.down)) / scale
    let size =
      isList ? Size(width: 0, height: 0) : Size(width: pixel * Double(columns), height: pixel * Double(rows))
    map = Rect(
      x: (rect.x * scale).rounded() / scale, y: (top * scale).rounded() / scale, width: size.width,
      height: size.height)
    if isCompact {
      let y = isList ? top : map.maxY + 10
      numbers = Rect(x: rect.x, y: y, width: rect.width, height: rect.maxY - y)
    } else {
      let x = isList ? rect.x : map.maxX + 28
      numbers = Rect(x: x, y: top, width: rect.maxX - x, height: rect.maxY - top)
    }
  }

  /// The value at a place of the map, which covers `size`.
  func place(_ chosen: InsidePlace, at place: Point, of size: Size) -> InsidePlace? {
    guard size.width > 0, size.height > 0 else { return nil }
    func index(_ share: Double, _ count: Int) -> Int {
      min(count - 1, max(0, Int((min(1, max(0, share)) * Double(count)).rounded(.down))))
    }
    return InsidePlace(
      stage: chosen.stage, map: chosen.map, row: index(place.y / size.height, rows),
      column: index(place.x / size.width, columns))
  }

  /// Where a value lies in the map.
  func frame(row: Int, column: Int) -> Rect {
    let (width, height) = (map.width / Double(columns), map.height / Double(rows))
    return Rect(
      x: map.x + Double(column) * width, y: map.y + Double(row) * height, width: width, height: height)
  }
}
