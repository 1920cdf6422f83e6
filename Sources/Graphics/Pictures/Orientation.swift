/// How stored rows and columns lie in the upright picture, with the numbers that cameras write.
enum Orientation: Int, CaseIterable, Sendable {
  case upright = 1
  case mirrored, turnedHalf, flipped, transposed, turnedRight, transversed, turnedLeft

  /// Whether rows become columns.
  var swapsSides: Bool { rawValue >= 5 }

  /// Where the upright pixel at `x`, `y` is stored, in a picture stored with `width` × `height`.
  func source(x: Int, y: Int, width: Int, height: Int) -> (x: Int, y: Int) {
    switch self {
    case .upright: (x, y)
    case .mirrored: (width - 1 - x, y)
    case .turnedHalf: (width - 1 - x, height - 1 - y)
    case .flipped: (x, height - 1 - y)
    case .transposed: (y, x)
    case .turnedRight: (y, height - 1 - x)
    case .transversed: (width - 1 - y, height - 1 - x)
    case .turnedLeft: (width - 1 - y, x)
    }
  }
}

extension PixelImage {
  /// The picture as it was seen when its rows are stored in `orientation`.
  func upright(from orientation: Orientation) -> PixelImage {
    guard orientation != .upright else { return self }
    let (columns, rows) = orientation.swapsSides ? (height, width) : (width, height)
    var turned: [UInt32] = []
    turned.reserveCapacity(columns * rows)
    for y in 0..<rows {
      for x in 0..<columns {
        let source = orientation.source(x: x, y: y, width: width, height: height)
        turned.append(self[source.x, source.y])
      }
    }
    return PixelImage(width: columns, height: rows, pixels: turned)
  }
}
