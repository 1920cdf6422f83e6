import Charts
import Graphics

/// Names with their values in two columns, hairlines between rows.
struct FactColumns: Chart {
  var facts: [(name: String, value: String)]

  static let rowHeight = 26.0
  private static let gap = 44.0

  /// The height of all rows.
  var height: Double { Double((facts.count + 1) / 2) * FactColumns.rowHeight }

  /// The first half at the left, the rest at the right.
  func drawing(in rect: Rect, theme: Theme) -> Drawing {
    var drawing = Drawing()
    let width = (rect.width - FactColumns.gap) / 2
    let rows = (facts.count + 1) / 2
    for (index, fact) in facts.enumerated() {
      let (column, row) = (Double(index / max(1, rows)), index % max(1, rows))
      let x = rect.x + column * (width + FactColumns.gap)
      let y = rect.y + Double(row) * FactColumns.rowHeight
      let middle = y + FactColumns.rowHeight / 2
      let name = Label(fact.name, font: .secondary, color: theme.muted, x: x, middle: middle)
      drawing.add(name)
      let value = Font.secondary.fitted(fact.value, width: width - name.frame.width - 12)
      drawing.add(Label(value, font: .secondary, color: theme.text, x: x + width, middle: middle, anchor: .end))
      if row > 0 { drawing.rule(y: y - 1, from: x, to: x + width, theme.line) }
    }
    return drawing
  }
}
