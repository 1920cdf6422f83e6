public import Graphics

/// A column per class with its count above it.
public struct ColumnChart: Chart, Equatable {
  /// One column.
  public struct Column: Equatable, Sendable {
    public var name: String
    public var count: Int

    /// Takes both as they are.
    public init(name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }

  public var title: String
  /// A muted text at the right of the title.
  public var note: String
  public var columns: [Column]
  public var style: SeriesStyle

  /// Columns in the colour of `style`.
  public init(title: String, note: String = "", columns: [Column], style: SeriesStyle) {
    self.title = title
    self.note = note
    self.columns = columns
    self.style = style
  }

  /// The rectangles of the columns, in order; a count of 0 has no height.
  public func bars(in rect: Rect) -> [Rect] {
    let plot = plot(in: rect)
    let slot = plot.width / Double(max(1, columns.count))
    let most = Double(max(1, columns.map(\.count).max() ?? 1))
    let width = min(72, (slot * 0.72).rounded())
    return columns.enumerated().map { index, column in
      let height = (plot.height * Double(max(0, column.count)) / most).rounded(.up)
      let x = (plot.x + slot * (Double(index) + 0.5) - width / 2).rounded()
      return Rect(x: x, y: plot.maxY - height, width: width, height: height)
    }
  }

  /// Columns on a line, counts above, names below.
  public func drawing(in rect: Rect, theme: Theme) -> Drawing {
    var drawing = Drawing()
    let plot = plot(in: rect)
    addHead(to: &drawing, rect: rect, theme: theme)
    let numbers = numberFont(slot: plot.width / Double(max(1, columns.count)))
    for (column, bar) in zip(columns, bars(in: rect)) {
      drawing.fill(bar, style.color)
      drawing.add(
        Label(
          column.name, font: .body, color: theme.text, at: Point(x: bar.midX, y: plot.maxY + 18), anchor: .middle))
      guard let numbers else { continue }
      drawing.add(
        Label(
          NumberText.grouped(column.count), font: numbers, color: theme.text, at: Point(x: bar.midX, y: bar.y - 6),
          anchor: .middle))
    }
    drawing.rule(y: plot.maxY, from: plot.x, to: plot.maxX, theme.edge)
    return drawing
  }

  private func plot(in rect: Rect) -> Rect { rect.inset(top: 46, bottom: 24) }

  /// The largest font in which no count reaches its neighbour; nil where there is none.
  private func numberFont(slot: Double) -> Font? {
    [Font.body, .secondary, .caption].first { font in
      columns.allSatisfy { font.width(of: NumberText.grouped($0.count)) <= slot - 4 }
    }
  }

  private func addHead(to drawing: inout Drawing, rect: Rect, theme: Theme) {
    let head = Label(title, font: .section, color: theme.text, at: Point(x: rect.x, y: rect.y + 14))
    drawing.add(head)
    let aside = Label(
      note, font: .secondary, color: theme.muted, at: Point(x: rect.maxX, y: rect.y + 14), anchor: .end)
    if aside.frame.x >= head.frame.maxX + 16 { drawing.add(aside) }
  }
}
