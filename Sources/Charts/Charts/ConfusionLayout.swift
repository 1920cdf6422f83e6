package import Graphics

/// Where the parts of a confusion matrix lie.
package struct ConfusionLayout: Equatable {
  let rect: Rect
  /// All cells with the gaps between them.
  package let matrix: Rect
  /// From one cell to the next; a cell is 2 smaller.
  package let pitch: Double

  /// Room at the left for "Precision" and the row heads.
  static let left = 62.0
  /// Room above for "Read as" and the column heads.
  static let top = 44.0
  /// Room at the right for recall.
  static let right = 52.0
  /// Room below for precision and the bins.
  static let bottom = 56.0

  /// Cells as large as fit, at most 48.
  package init(in rect: Rect, classes: Int) {
    self.rect = rect
    let across = (rect.width - ConfusionLayout.left - ConfusionLayout.right) / Double(max(1, classes))
    let down = (rect.height - ConfusionLayout.top - ConfusionLayout.bottom) / Double(max(1, classes))
    pitch = max(4, min(50, across.rounded(.down), down.rounded(.down)))
    let side = pitch * Double(classes) - 2
    matrix = Rect(x: rect.x + ConfusionLayout.left, y: rect.y + ConfusionLayout.top, width: side, height: side)
  }

  /// The right edge of the recall numbers.
  package var recallRight: Double { matrix.maxX + 2 + ConfusionLayout.right }

  /// Row and column heads.
  var headFont: Font { pitch >= 20 ? Font(size: 15) : .caption }

  /// Precision stands below columns: "100.0" must stay clear of its neighbour.
  var precisionFont: Font { Font.secondary.width(of: "100.0") <= pitch - 4 ? .secondary : .caption }

  /// One cell.
  package func cell(row: Int, column: Int) -> Rect {
    Rect(
      x: matrix.x + pitch * Double(column), y: matrix.y + pitch * Double(row), width: pitch - 2, height: pitch - 2)
  }
}
