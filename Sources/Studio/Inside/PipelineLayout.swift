import Graphics
import Recognition

/// Where the pictures of the pipeline stand: in one row, or three to a row in a small window that is not wide.
struct PipelineLayout: Equatable {
  /// The pictures in order.
  let pictures: [Rect]
  /// Whether there is room for arrows between them.
  let hasArrows: Bool

  /// How many pictures there are.
  static let count = 5
  private static let words = 56.0
  private static let least = 24.0

  /// The height that a row of pictures needs in a window that is not small.
  static func height(width: Double, room: WindowLayout.Room) -> Double {
    InsideLayout.headHeight + 4 + side(width: width, columns: count, wished: room == .wide ? 6 : 4, scale: 1) + words
  }

  /// The width that the words below a picture have.
  let wordsWidth: Double
  /// The ten bars below the pictures; nil where they stand elsewhere.
  let bars: Rect?

  /// Places in `rect`, with ten bars below them or without; each pixel of a picture is a whole number of the screen's.
  init(in rect: Rect, room: WindowLayout.Room, scale: Double, hasBars: Bool = false) {
    let isCompact = room == .compact
    let top = rect.y + InsideLayout.headHeight + 4
    let place = Rect(
      x: rect.x, y: top, width: rect.width, height: rect.maxY - top - (hasBars ? PipelineLayout.leastBars : 0))
    let row = PipelineLayout.side(in: place, columns: PipelineLayout.count, room: room, scale: scale)
    let rows = isCompact ? PipelineLayout.side(in: place, columns: 3, room: room, scale: scale) : 0
    let columns = rows > row ? 3 : PipelineLayout.count
    let side = max(row, rows)
    let step = isCompact ? rect.width / Double(columns) : (rect.width - side) / Double(columns - 1)
    hasArrows = columns == PipelineLayout.count && step - side >= 24
    wordsWidth = isCompact ? step - 8 : max(side, 112)
    pictures = (0..<PipelineLayout.count).map { index in
      let x = rect.x + Double(index % columns) * step
      let y = top + Double(index / columns) * (side + PipelineLayout.words + 8)
      return Rect(x: (x * scale).rounded() / scale, y: (y * scale).rounded() / scale, width: side, height: side)
    }
    let end = (pictures.last?.maxY ?? top) + PipelineLayout.words + PipelineLayout.barsTitle
    bars = hasBars ? Rect(x: rect.x, y: end, width: rect.width, height: min(130, rect.maxY - end)) : nil
  }

  /// The title of the bars, and the least that they need in two columns.
  private static let barsTitle = 26.0
  private static let leastBars = barsTitle + 5 * 16

  /// The side of a picture of `columns` in a row: in a small window as large as there is room.
  private static func side(in place: Rect, columns: Int, room: WindowLayout.Room, scale: Double) -> Double {
    guard room == .compact else {
      return side(width: place.width, columns: columns, wished: room == .wide ? 6 : 4, scale: scale)
    }
    let rows = Double((count + columns - 1) / columns)
    let height = (place.height - 8 * (rows - 1)) / rows - words
    let width = place.width / Double(columns) - 8
    return max(1, (min(width, height, 8 * Double(Framing.side)) * scale / Double(Framing.side)).rounded(.down))
      * Double(Framing.side) / scale
  }

  /// The side of a picture, `wished` units for each of its pixels where there is room.
  private static func side(width: Double, columns: Int, wished: Double, scale: Double) -> Double {
    let most = (width - Double(columns - 1) * least) / Double(columns)
    let pixels = max(1, min((wished * scale).rounded(.down), (most * scale / Double(Framing.side)).rounded(.down)))
    return pixels * Double(Framing.side) / scale
  }
}
