package import Graphics

/// Where the maps of one strip stand, in whole pixels of the screen.
package struct MapGrid: Equatable, Sendable {
  /// Which strip it is of.
  package let stage: Int
  /// How many maps are shown, and in how many columns.
  package let count: Int
  package let columns: Int
  /// Rows and columns of values in a map.
  package let rowsOfMap: Int
  package let columnsOfMap: Int
  /// Pixels of the screen for each value, and between two maps.
  package let pixel: Int
  package let gap: Int
  /// The strip's left upper corner in pixels of the screen.
  let corner: (x: Int, y: Int)
  private let scale: Double

  /// The maps of `stage` at `corner`, as many as have room in a width and a height in pixels.
  init(
    _ stage: InsideStage, number: Int, at corner: (x: Int, y: Int), size: PixelSize, pixel: Int, scale: Double
  ) {
    self.stage = number
    self.pixel = pixel
    self.scale = scale
    self.corner = corner
    (rowsOfMap, columnsOfMap) = (stage.rows, stage.columns)
    gap = MapGrid.gap(of: stage, pixel: pixel, scale: scale)
    let most = max(1, min(stage.maps, (size.width + gap) / (stage.columns * pixel + gap)))
    let rows = max(1, (size.height + gap) / (stage.rows * pixel + gap))
    count = min(stage.maps, most * rows)
    // As many in each row as in the others: two rows of sixteen, not fifteen, fifteen and two.
    let needed = (count + most - 1) / most
    columns = (count + needed - 1) / needed
  }

  /// An even number, so that neighbours share it; single values stand closer together.
  private static func gap(of stage: InsideStage, pixel: Int, scale: Double) -> Int {
    stage.isVector && pixel <= 3 ? 1 : max(1, Int(scale.rounded())) * 2
  }

  /// The height in pixels that all maps of a stage need in a width.
  static func height(of stage: InsideStage, width: Int, pixel: Int, scale: Double) -> Int {
    let gap = gap(of: stage, pixel: pixel, scale: scale)
    let columns = max(1, (width + gap) / (stage.columns * pixel + gap))
    return (stage.maps + columns - 1) / columns * (stage.rows * pixel + gap)
  }

  /// Rows of maps.
  package var rows: Int { (count + columns - 1) / columns }
  /// The width and the height of a map in pixels.
  var mapSize: PixelSize { PixelSize(width: columnsOfMap * pixel, height: rowsOfMap * pixel) }
  /// The width and the height of everything in pixels.
  var size: PixelSize {
    PixelSize(
      width: columns * (mapSize.width + gap) - gap, height: rows * (mapSize.height + gap) - gap)
  }

  /// Where the strip is, in units.
  package var frame: Rect {
    PixelRect(x: corner.x, y: corner.y, width: size.width, height: size.height).inUnits(scale: scale)
  }

  /// Where a map is in the strip, in pixels.
  func place(of map: Int) -> (x: Int, y: Int) {
    (map % columns * (mapSize.width + gap), map / columns * (mapSize.height + gap))
  }

  /// Where a map and half of what lies between it and its neighbours is, in units.
  package func frame(of map: Int) -> Rect {
    let place = place(of: map)
    let (x, y) = (Double(corner.x + place.x) - Double(gap) / 2, Double(corner.y + place.y) - Double(gap) / 2)
    return Rect(
      x: x / scale, y: y / scale, width: Double(mapSize.width + gap) / scale,
      height: Double(mapSize.height + gap) / scale)
  }

  /// The row and the column of the value at a place of the frame of a map.
  func value(at place: Point) -> (row: Int, column: Int) {
    func index(_ length: Double, _ count: Int) -> Int {
      min(count - 1, max(0, Int(((length * scale - Double(gap) / 2) / Double(pixel)).rounded(.down))))
    }
    return (index(place.y, rowsOfMap), index(place.x, columnsOfMap))
  }

  package static func == (one: MapGrid, other: MapGrid) -> Bool {
    one.stage == other.stage && one.count == other.count && one.columns == other.columns && one.pixel == other.pixel
      && one.gap == other.gap && one.corner == other.corner && one.scale == other.scale
      && one.rowsOfMap == other.rowsOfMap && one.columnsOfMap == other.columnsOfMap
  }
}
