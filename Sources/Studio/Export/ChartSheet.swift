package import Charts
package import Graphics

/// A chart on a page of its own, with its heading and the numbers behind it.
package struct ChartSheet: Sendable {
  package var heading: Heading
  /// The room of the chart in units, without heading and margin.
  package var size: Size
  package var numbers: NumberTable
  /// Makes the chart, away from the main thread.
  package var chart: @Sendable (Theme) -> any Chart

  private static let margin = 24.0
  private static let head = Heading.height + 20

  /// Takes everything as it is.
  package init(
    _ heading: Heading, size: Size, numbers: NumberTable, chart: @escaping @Sendable (Theme) -> any Chart
  ) {
    (self.heading, self.size, self.numbers, self.chart) = (heading, size, numbers, chart)
  }

  /// The sheet as a picture: black on white, whatever the window looks like.
  package var picture: Export.Picture {
    let margin = ChartSheet.margin
    let page = Size(width: size.width + 2 * margin, height: size.height + ChartSheet.head + 2 * margin)
    let (heading, chart) = (heading, chart)
    return Export.Picture(size: page, title: heading.title) { context in
      let theme = Theme.light.onPaper
      context.fill(Rect(page), with: theme.background)
      let inner = Rect(page).inset(by: margin)
      heading.draw(on: context, in: inner, theme: theme)
      chart(theme).draw(on: context, in: inner.inset(top: ChartSheet.head), theme: theme)
    }
  }

  /// Writes the picture, or the numbers where the name ends in `.csv`, whole or not at all.
  package func save(path: String) throws(FileTrouble) {
    guard path.lowercased().hasSuffix(ExportFormat.csv.ending) else { return try Export.save(picture, path: path) }
    try Export.save(numbers.csv, path: path)
  }
}
