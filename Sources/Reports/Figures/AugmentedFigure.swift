package import Charts
package import Graphics
import Recognition

/// Originals at the left, what augmentation makes of them at the right.
package struct AugmentedFigure: Chart, Equatable {
  package var images: [ModelFigureData.AugmentedImage]

  /// Shows `images`, one in each row.
  package init(images: [ModelFigureData.AugmentedImage]) { self.images = images }

  private static let gap = 10.0
  private static let divide = 24.0
  private static let columns = 8

  /// One row per original, as many as fit.
  package func drawing(in rect: Rect, theme: Theme) -> Drawing {
    var drawing = Drawing()
    guard !images.isEmpty else { return drawing }
    let variants = AugmentedFigure.columns
    let free = rect.width - AugmentedFigure.divide - AugmentedFigure.gap * Double(variants - 1)
    // Smaller where only then each original has its row.
    let pitch = (rect.height - 24 + AugmentedFigure.gap) / Double(images.count)
    let fitted = pitch - AugmentedFigure.gap
    let wide = free / Double(variants + 1)
    let side = ImageGrid.wholeSide(room: fitted >= wide * 0.6 ? min(wide, fitted) : wide)
    let gap = max(0, (rect.width - AugmentedFigure.divide - side * Double(variants + 1)) / Double(variants - 1))
    let left = rect.inset(top: 24)
    let right = left.inset(left: side + AugmentedFigure.divide)
    head("Original", at: left, to: &drawing, rect: rect, theme: theme)
    head("Augmented", at: right, to: &drawing, rect: rect, theme: theme)
    drawing.add(
      grid(images.map { [$0.original] }, columns: 1, side: side, gap: gap, theme: theme).drawing(in: left, theme: theme)
    )
    drawing.add(
      grid(images.map(\.variants), columns: variants, side: side, gap: gap, theme: theme).drawing(
        in: right, theme: theme))
    let line = Rect(x: left.x + side + 11, y: left.y, width: 1, height: usedHeight(side: side, in: left))
    drawing.fill(line, theme.edge)
    return drawing
  }

  private func head(_ text: String, at place: Rect, to drawing: inout Drawing, rect: Rect, theme: Theme) {
    drawing.add(Label(text, font: .secondary, color: theme.muted, at: Point(x: place.x, y: rect.y + 12)))
  }

  private func grid(_ rows: [[GrayImage]], columns: Int, side: Double, gap: Double, theme: Theme) -> ImageGrid {
    let items = rows.flatMap { row in
      (0..<columns).map { row.indices.contains($0) ? ImageGrid.Item(image: row[$0].pixels(theme)) : nil }
    }
    return ImageGrid(items: items, columns: columns, side: side, gap: gap, rowGap: AugmentedFigure.gap)
  }

  private func usedHeight(side: Double, in rect: Rect) -> Double {
    let pitch = side + AugmentedFigure.gap
    let rows = min(images.count, Int((rect.height + AugmentedFigure.gap) / pitch))
    return max(0, Double(rows) * pitch - AugmentedFigure.gap)
  }
}
