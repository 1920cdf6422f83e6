package import Graphics

/// Where the parts of a confusion matrix lie, and how large its letters are.
package struct ConfusionLayout: Equatable {
  let rect: Rect
  /// All cells with the gaps between them.
  package let matrix: Rect
  /// From one cell to the next; a cell is 2 smaller.
  package let pitch: Double
  /// How much larger than usual the letters and the room around the cells are.
  package let growth: Double
  /// Whether recall stands at the right and precision below.
  let hasShares: Bool
  /// Whether what the colours mean stands beside the cells, which leaves them larger in a low place.
  let hasBinsBeside: Bool

  /// Room at the left for "Precision" and the row heads.
  static let left = 62.0
  /// Room above for "Read as" and the column heads.
  static let top = 44.0
  /// Room at the right for recall.
  static let right = 52.0
  /// The step of most windows, from which letters begin to grow, and the largest.
  static let usualPitch = 50.0
  static let largestPitch = 120.0

  /// Cells as large as fit, with room for recall and precision where there are such `shares`.
  package init(in rect: Rect, classes: Int, hasShares: Bool = true) {
    let below = ConfusionLayout(in: rect, classes, hasShares: hasShares, hasBinsBeside: false)
    let beside = ConfusionLayout(in: rect, classes, hasShares: hasShares, hasBinsBeside: true)
    self = beside.pitch > below.pitch ? beside : below
  }

  private init(in rect: Rect, _ classes: Int, hasShares: Bool, hasBinsBeside: Bool) {
    (self.rect, self.hasShares, self.hasBinsBeside) = (rect, hasShares, hasBinsBeside)
    let around = Size(
      width: ConfusionLayout.left + (hasShares ? ConfusionLayout.right : 2) + (hasBinsBeside ? 92 : 0),
      height: ConfusionLayout.top + (hasShares ? hasBinsBeside ? 30 : 56 : hasBinsBeside ? 2 : 34))
    // The room around the cells grows with the letters: the first step finds out how large they are.
    growth = max(
      1, 0.5 + 0.5 * ConfusionLayout.pitch(in: rect, classes, around, growth: 1) / ConfusionLayout.usualPitch)
    pitch = ConfusionLayout.pitch(in: rect, classes, around, growth: growth)
    let side = pitch * Double(classes) - 2
    matrix = Rect(
      x: rect.x + (ConfusionLayout.left * growth).rounded(.down),
      y: rect.y + (ConfusionLayout.top * growth).rounded(.down),
      width: side, height: side)
  }

  private static func pitch(in rect: Rect, _ classes: Int, _ around: Size, growth: Double) -> Double {
    let across = (rect.width - around.width * growth) / Double(max(1, classes))
    let down = (rect.height - around.height * growth) / Double(max(1, classes))
    return max(4, min(largestPitch, across.rounded(.down), down.rounded(.down)))
  }

  /// The right edge of the recall numbers.
  package var recallRight: Double { matrix.maxX + 2 + (ConfusionLayout.right * growth).rounded(.down) }

  /// A font as it is in usual windows, made larger where the cells are.
  package func font(_ usual: Font) -> Font {
    Font(size: (usual.size * growth).rounded(), weight: usual.weight, family: usual.family)
  }

  /// Row and column heads.
  package var headFont: Font { pitch >= 20 ? font(Font(size: 15)) : .caption }

  /// Precision stands below columns: "100.0" must stay clear of its neighbour.
  var precisionFont: Font { marginFont.width(of: "100.0") <= pitch - 4 ? marginFont : font(.caption) }

  /// Recall, precision and the names of both sides.
  package var marginFont: Font { font(.secondary) }

  /// The largest writing of a number that fits a cell, its shorter form where no other does; nil where none does.
  package func writing(of texts: [String], isBold: Bool = false) -> (text: String, font: Font)? {
    let fonts = isBold ? [Font.secondaryBold, .captionBold, .caption] : [Font.body, .secondary, .caption]
    for text in texts {
      if let font = fonts.map(font).first(where: { $0.width(of: text) <= pitch - 4 }) { return (text, font) }
    }
    return nil
  }

  /// One cell.
  package func cell(row: Int, column: Int) -> Rect {
    Rect(
      x: matrix.x + pitch * Double(column), y: matrix.y + pitch * Double(row), width: pitch - 2, height: pitch - 2)
  }

  /// The row and the column of the cell at a place; nil beside the matrix.
  package func cell(at place: Point, classes: Int) -> ConfusionChart.Cell? {
    let (x, y) = ((place.x - matrix.x) / pitch, (place.y - matrix.y) / pitch)
    let all = 0..<Double(classes)
    guard all.contains(x), all.contains(y) else { return nil }
    return ConfusionChart.Cell(row: Int(y), column: Int(x))
  }
}
