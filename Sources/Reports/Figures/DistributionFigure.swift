package import Charts
package import Graphics

/// How many pictures of each digit there are in one or two sets.
package struct DistributionFigure: Chart, Equatable {
  /// Digits counted by class, and the series whose colour they have.
  package struct Part: Equatable, Sendable {
    package var title: String
    package var counts: [Int]
    package var series: Int

    /// Takes everything as it is.
    package init(_ title: String, _ counts: [Int], series: Int) {
      (self.title, self.counts, self.series) = (title, counts, series)
    }

    /// The chart of this set.
    package func chart(theme: Theme) -> ColumnChart {
      ColumnChart(
        title: title, note: NumberText.counted(counts.reduce(0, +), "digit", "digits"),
        columns: counts.enumerated().map { .init(name: String($0), count: $1) }, style: theme.series[series])
    }
  }

  package var parts: [Part]

  private static let gap = 28.0

  /// Shows the sets that have any digit; the first one gets more room.
  package init(_ parts: [Part]) { self.parts = parts.filter { $0.counts.contains { $0 > 0 } } }

  /// One chart per set; each has its own scale, as the numbers above its columns say.
  package func drawing(in rect: Rect, theme: Theme) -> Drawing {
    guard let first = parts.first else { return Drawing() }
    var upper = rect
    if parts.count > 1 { upper.height = ((rect.height - DistributionFigure.gap) * 0.56).rounded() }
    var drawing = first.chart(theme: theme).drawing(in: upper, theme: theme)
    guard parts.count > 1 else { return drawing }
    let lower = rect.inset(top: upper.height + DistributionFigure.gap)
    drawing.add(parts[1].chart(theme: theme).drawing(in: lower, theme: theme))
    return drawing
  }
}
