package import Charts
package import Graphics
package import Training

/// The reliability diagram at the left, its numbers at the right.
package struct CalibrationFigure: Chart, Equatable {
  package var bins: [ReliabilityBin]

  /// Shows `bins`.
  package init(bins: [ReliabilityBin]) { self.bins = bins }

  /// Diagram and table side by side; only the diagram where there is no room.
  package func drawing(in rect: Rect, theme: Theme) -> Drawing {
    guard !bins.isEmpty else { return Drawing() }
    let chart = ReliabilityChart(
      bins: bins.map {
        .init(low: $0.low, high: $0.high, count: $0.count, confidence: $0.confidence, accuracy: $0.accuracy)
      })
    var drawing = chart.drawing(in: rect, theme: theme)
    let left = chart.plot(in: rect).maxX + 40
    let side = rect.inset(left: left - rect.x)
    guard side.width >= 220 else { return drawing }
    drawing.add(table(height: side.height).drawing(in: side, theme: theme))
    return drawing
  }

  private func table(height: Double) -> Table {
    let columns = ["Digits", "Confidence", "Right", "Difference"].map { Table.Column($0) }
    let rows = bins.map { bin in
      [
        NumberText.grouped(bin.count), NumberText.answered(bin.confidence, 2), NumberText.percent(bin.accuracy, 2),
        NumberText.percent(bin.accuracy - bin.confidence, 2),
      ]
    }
    let room = (height - Table.headHeight) / Double(max(1, rows.count))
    return Table(columns: columns, rows: rows, rowHeight: max(18, min(28, room.rounded(.down))))
  }
}
