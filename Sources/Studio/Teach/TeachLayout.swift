package import Graphics

/// Where the parts of the screen of the user's own drawings are, and how many pictures have room.
package struct TeachLayout: Equatable {
  /// A row of pictures of one digit.
  struct Line: Equatable {
    var digit: Int
    /// Whether it is the first of its digit.
    var isFirst: Bool
    var drawings: Range<Int>
  }

  let isCompact: Bool
  /// The title and the buttons beside it.
  let head: Rect
  /// The pictures.
  package let list: Rect
  /// Learning, and the chosen drawing.
  let side: Rect
  /// The side of a picture and the room that it takes with its caption and the gap behind it.
  let picture: Double
  let cell: Size
  /// Pictures in a line, and lines that are seen.
  package let columns: Int
  let lines: Int

  /// The room for the digit in front of a line.
  static let margin = 48.0

  /// Lays out a window; `scale` is that of its pixels.
  package init(_ layout: WindowLayout, scale: Double) {
    isCompact = layout.room == .compact
    let edge: Double = isCompact ? 12 : layout.room == .wide ? 24 : 16
    let inner = layout.body.inset(by: edge)
    let sideWidth: Double = isCompact ? 268 : layout.room == .wide ? 480 : 400
    let gap: Double = isCompact ? 16 : 32
    side = Rect(x: inner.maxX - sideWidth, y: inner.y, width: sideWidth, height: inner.height)
    let left = Rect(x: inner.x, y: inner.y, width: side.x - gap - inner.x, height: inner.height)
    head = Rect(x: left.x, y: left.y, width: left.width, height: 48)
    list = left.inset(top: 60)
    let wished: Double = layout.room == .wide ? 3 : 2
    picture = max(1, (wished * scale).rounded(.down)) * 28 / scale
    cell = Size(width: picture + 16, height: picture + 30)
    columns = max(1, Int((list.width - TeachLayout.margin) / cell.width))
    lines = max(1, Int(list.height / cell.height))
  }

  /// The lines of drawings that are in the order of their digits; each digit begins one.
  func lines(of digits: [Int]) -> [Line] {
    var result: [Line] = []
    var start = 0
    while start < digits.count {
      let digit = digits[start]
      var end = start
      while end < digits.count, digits[end] == digit, end - start < columns { end += 1 }
      let isFirst = start == 0 || digits[start - 1] != digit
      result.append(Line(digit: digit, isFirst: isFirst, drawings: start..<end))
      start = end
    }
    return result
  }

  /// Where a picture lies, by its line among those that are seen and its column.
  func place(line: Int, column: Int) -> Rect {
    Rect(
      x: list.x + TeachLayout.margin + Double(column) * cell.width, y: list.y + 4 + Double(line) * cell.height,
      width: picture, height: picture)
  }
}
