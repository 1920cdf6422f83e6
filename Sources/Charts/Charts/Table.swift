public import Graphics

/// Rows of texts under heads; columns of numbers stand flush right.
public struct Table: Chart, Equatable {
  /// One column: its head and where its texts stand.
  public struct Column: Equatable, Sendable {
    public var name: String
    public var isNumber: Bool

    /// A column of numbers unless said otherwise.
    public init(_ name: String, isNumber: Bool = true) {
      self.name = name
      self.isNumber = isNumber
    }
  }

  public var columns: [Column]
  /// One text per column in each.
  public var rows: [[String]]
  public var rowHeight: Double

  /// The height of the line with the heads.
  public static let headHeight = 26.0

  /// Takes all three as they are.
  public init(columns: [Column], rows: [[String]], rowHeight: Double = 28) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "each row has one text per column")
    self.columns = columns
    self.rows = rows
    self.rowHeight = rowHeight
  }

  /// The width that each column needs for its widest text.
  public var neededWidths: [Double] {
    columns.enumerated().map { index, column in
      let cells = rows.map { Font.secondary.width(of: $0[index]) }
      return max(Font.caption.width(of: column.name), cells.max() ?? 0)
    }
  }

  /// Left and right edge of each column in `rect`: what is too much goes between them, the last ends at the edge.
  public func edges(in rect: Rect) -> [ClosedRange<Double>] {
    let widths = neededWidths
    let free = rect.width - widths.reduce(0, +)
    let gap = max(8, free / Double(max(1, columns.count - 1)))
    var x = rect.x
    return widths.map { width in
      defer { x += width + gap }
      return x...x + width
    }
  }

  /// Heads over a line, rows over hairlines; rows beyond the lower edge are left out.
  public func drawing(in rect: Rect, theme: Theme) -> Drawing {
    var drawing = Drawing()
    let edges = edges(in: rect)
    addRow(
      columns.map(\.name), font: .caption, color: theme.muted, middle: rect.y + 10, edges: edges, to: &drawing)
    var y = rect.y + Table.headHeight
    drawing.rule(y: y - 1, from: rect.x, to: rect.maxX, theme.edge)
    for (index, row) in rows.enumerated() where y + rowHeight <= rect.maxY + 0.01 {
      addRow(row, font: .secondary, color: theme.text, middle: y + rowHeight / 2, edges: edges, to: &drawing)
      y += rowHeight
      if index < rows.count - 1 { drawing.rule(y: y - 1, from: rect.x, to: rect.maxX, theme.line) }
    }
    return drawing
  }

  private func addRow(
    _ texts: [String], font: Font, color: Color, middle: Double, edges: [ClosedRange<Double>],
    to drawing: inout Drawing
  ) {
    for (index, text) in texts.enumerated() {
      let isNumber = columns[index].isNumber
      let x = isNumber ? edges[index].upperBound : edges[index].lowerBound
      drawing.add(
        Label(text, font: font, color: color, x: x, middle: middle, anchor: isNumber ? .end : .start))
    }
  }
}
