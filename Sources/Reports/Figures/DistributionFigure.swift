import Charts
import Graphics

/// How many pictures of each digit there are to train on and to validate with.
struct DistributionFigure: Chart {
  var training: [Int]
  /// Empty when there is no validation set.
  var validation: [Int]

  private static let gap = 28.0

  /// One chart per set; each has its own scale, as the numbers above its columns say.
  func drawing(in rect: Rect, theme: Theme) -> Drawing {
    let isSplit = validation.contains { $0 > 0 }
    let height = isSplit ? ((rect.height - DistributionFigure.gap) * 0.56).rounded() : rect.height
    var upper = rect
    upper.height = height
    var drawing = chart("Training", training, theme.series[1]).drawing(in: upper, theme: theme)
    guard isSplit else { return drawing }
    let lower = rect.inset(top: height + DistributionFigure.gap)
    drawing.add(chart("Validation", validation, theme.series[0]).drawing(in: lower, theme: theme))
    return drawing
  }

  private func chart(_ title: String, _ counts: [Int], _ style: SeriesStyle) -> ColumnChart {
    ColumnChart(
      title: title, note: NumberText.counted(counts.reduce(0, +), "digit", "digits"),
      columns: counts.enumerated().map { .init(name: String($0), count: $1) }, style: style)
  }
}
