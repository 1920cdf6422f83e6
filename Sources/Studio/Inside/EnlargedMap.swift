package import Graphics

/// Where the parts of one map and its calculation are.
package struct EnlargedMap: Equatable {
  /// Title and the way back.
  package let head: Rect
  /// The map, each value several pixels of the screen.
  package let map: Rect
  /// The numbers.
  package let numbers: Rect
  /// The lines of the calculation where they stand beside the map; nil: below the numbers.
  package let sum: Rect?
  private let rows: Int
  private let columns: Int

  /// The map of `stage` alone in `rect`.
  init(_ stage: InsideStage?, in rect: Rect, scale: Double) {
    (rows, columns) = (stage?.rows ?? 1, stage?.columns ?? 1)
    head = EnlargedMap.head(of: rect)
    let top = rect.y + EnlargedMap.headHeight
    map = EnlargedMap.map(stage, room: min(rect.width * 0.34, rect.maxY - top - 24), x: rect.x, y: top, scale: scale)
    let x = map.width == 0 ? rect.x : map.maxX + 28
    numbers = Rect(x: x, y: top, width: rect.maxX - x, height: rect.maxY - top)
    sum = nil
  }

  /// The map of `stage` alone in a small place: the calculation beside it, the numbers of a kernel of `kernel` rows
  /// below.
  init(_ stage: InsideStage?, inSmall rect: Rect, kernel: Int, scale: Double) {
    (rows, columns) = (stage?.rows ?? 1, stage?.columns ?? 1)
    head = EnlargedMap.head(of: rect)
    let top = rect.y + EnlargedMap.headHeight
    let below = EnlargedMap.gap + 24 + 22 * Double(kernel) + 10 + 32
    let room = max(56, min(rect.maxY - top - below, rect.width - 16 - 180))
    map = EnlargedMap.map(stage, room: room, x: rect.x, y: top, scale: scale)
    let isList = map.width == 0
    let y = isList ? top : map.maxY + EnlargedMap.gap
    numbers = Rect(x: rect.x, y: y, width: rect.width, height: rect.maxY - y)
    let x = map.maxX + 16
    sum = isList ? nil : Rect(x: x, y: top, width: rect.maxX - x, height: map.height)
  }

  private static let headHeight = 44.0
  private static let gap = 10.0

  private static func head(of rect: Rect) -> Rect { Rect(x: rect.x, y: rect.y, width: rect.width, height: 36) }

  /// The map as large as it fits, each value a whole number of pixels; of no size where there are single values.
  private static func map(_ stage: InsideStage?, room: Double, x: Double, y: Double, scale: Double) -> Rect {
    let (rows, columns) = (stage?.rows ?? 1, stage?.columns ?? 1)
    let isList = stage.map { $0.isVector } ?? true
    let pixel = isList ? 0 : max(1, (room * scale / Double(max(rows, columns))).rounded(.down)) / scale
    return Rect(
      x: (x * scale).rounded() / scale, y: (y * scale).rounded() / scale, width: pixel * Double(columns),
      height: pixel * Double(rows))
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
