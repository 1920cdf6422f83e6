import Graphics
import Recognition

/// Where the pictures of the pipeline stand: in one row, or three to a row in a small window.
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

  /// Places in `rect`; each pixel of a picture is a whole number of the screen's.
  init(in rect: Rect, room: WindowLayout.Room, scale: Double) {
    let isCompact = room == .compact
    let columns = isCompact ? 3 : PipelineLayout.count
    let top = rect.y + InsideLayout.headHeight + 4
    let rows = Double((PipelineLayout.count + columns - 1) / columns)
    let height = (rect.maxY - top) / rows - PipelineLayout.words
    let wished: Double = room == .wide ? 6 : isCompact ? 5 : 4
    var side = PipelineLayout.side(width: rect.width, columns: columns, wished: wished, scale: scale)
    let unit = Double(Framing.side) / scale
    while isCompact, side > height, side > unit { side -= unit }
    let step = columns == 1 ? 0 : (rect.width - side) / Double(columns - 1)
    hasArrows = !isCompact && step - side >= 24
    pictures = (0..<PipelineLayout.count).map { index in
      let (row, column) = (index / columns, index % columns)
      let x = isCompact ? rect.x + Double(column) * rect.width / 3 : rect.x + Double(column) * step
      let y = top + Double(row) * (side + PipelineLayout.words + 8)
      return Rect(x: (x * scale).rounded() / scale, y: (y * scale).rounded() / scale, width: side, height: side)
    }
  }

  /// The side of a picture, `wished` units for each of its pixels where there is room.
  private static func side(width: Double, columns: Int, wished: Double, scale: Double) -> Double {
    let most = (width - Double(columns - 1) * least) / Double(columns)
    let pixels = max(1, min((wished * scale).rounded(.down), (most * scale / Double(Framing.side)).rounded(.down)))
    return pixels * Double(Framing.side) / scale
  }
}
