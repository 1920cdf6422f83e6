package import Graphics

extension ConfusionLayout {
  /// A name at each row and column, bold where the chosen cell is, and what both sides mean.
  package func heads(_ names: [String], chosen: ConfusionChart.Cell?, theme: Theme) -> Drawing {
    var drawing = Drawing()
    for (index, name) in names.enumerated() {
      let cell = cell(row: index, column: index)
      let (above, beside) = (headStyle(index == chosen?.column, theme), headStyle(index == chosen?.row, theme))
      let place = Point(x: cell.midX, y: matrix.y - (9 * growth).rounded())
      drawing.add(Label(name, font: above.font, color: above.color, at: place, anchor: .middle))
      let x = matrix.x - (18 * growth).rounded()
      drawing.add(Label(name, font: beside.font, color: beside.color, x: x, middle: cell.midY, anchor: .middle))
    }
    let top = Point(x: matrix.midX, y: matrix.y - (29 * growth).rounded())
    drawing.add(Label("Read as", font: marginFont, color: theme.muted, at: top, anchor: .middle))
    let side = Point(x: rect.x + (12 * growth).rounded(), y: matrix.midY)
    drawing.add(Label(upwards: "Written", font: marginFont, color: theme.muted, at: side))
    return drawing
  }

  private func headStyle(_ isChosen: Bool, _ theme: Theme) -> (font: Font, color: Color) {
    isChosen ? (Font(size: headFont.size, weight: .bold), theme.text) : (headFont, theme.muted)
  }
}
