package import Charts
package import Graphics

/// Pictures in ten columns, one per digit.
package struct SampleFigure: Chart, Equatable {
  package var samples: [ModelFigureData.LabelledImage]

  private static let gap = 8.0

  /// Shows `samples`, each in the column of its label.
  package init(samples: [ModelFigureData.LabelledImage]) { self.samples = samples }

  /// Heads 0–9 and below them as many rows as fit.
  package func drawing(in rect: Rect, theme: Theme) -> Drawing {
    var drawing = Drawing()
    guard !samples.isEmpty else { return drawing }
    let side = ImageGrid.wholeSide(room: (rect.width - SampleFigure.gap * 9) / 10)
    let gap = max(0, (rect.width - side * 10) / 9)
    let grid = rect.inset(top: 24)
    let rows = max(1, Int((grid.height + SampleFigure.gap) / (side + SampleFigure.gap)))
    let chart = ImageGrid(
      items: items(rows: rows, theme: theme), columns: 10, side: side, gap: gap, rowGap: SampleFigure.gap)
    for digit in 0..<10 {
      let x = chart.place(of: digit, in: grid).midX
      drawing.add(
        Label(
          String(digit), font: Font(size: 15), color: theme.muted, at: Point(x: x, y: rect.y + 13), anchor: .middle))
    }
    drawing.add(chart.drawing(in: grid, theme: theme))
    return drawing
  }

  private func items(rows: Int, theme: Theme) -> [ImageGrid.Item?] {
    let columns = (0..<10).map { digit in samples.filter { $0.label == digit } }
    return (0..<rows).flatMap { row in
      columns.map { $0.indices.contains(row) ? ImageGrid.Item(image: $0[row].image.pixels(theme)) : nil }
    }
  }
}
