import Charts
import Graphics

/// A few large numbers beside each other, each above what it means.
struct KeyFigures: Chart {
  /// One number.
  struct Figure {
    var value: String
    var unit = ""
    var meaning: String
    var detail = ""
  }

  var figures: [Figure]

  static let height = 84.0
  /// From a line to what stands beside it.
  private static let gap = 16.0
  private static let font = Font(size: 30, weight: .bold)

  /// Numbers with hairlines between them.
  func drawing(in rect: Rect, theme: Theme) -> Drawing {
    var drawing = Drawing()
    let width = rect.width / Double(max(1, figures.count))
    for (index, figure) in figures.enumerated() {
      let x = rect.x + width * Double(index) + (index == 0 ? 0 : KeyFigures.gap)
      let room = width - (index == 0 ? 8 : 8 + KeyFigures.gap)
      if index > 0 {
        drawing.fill(Rect(x: x - KeyFigures.gap, y: rect.y, width: 1, height: rect.height - 8), theme.line)
      }
      let value = Label(figure.value, font: KeyFigures.font, color: theme.text, at: Point(x: x, y: rect.y + 26))
      drawing.add(value)
      drawing.add(
        Label(figure.unit, font: .title, color: theme.muted, at: Point(x: value.frame.maxX + 5, y: rect.y + 26)))
      let meaning = Font.secondary.fitted(figure.meaning, width: room)
      drawing.add(Label(meaning, font: .secondary, color: theme.text, at: Point(x: x, y: rect.y + 50)))
      let detail = Font.caption.fitted(figure.detail, width: room)
      drawing.add(Label(detail, font: .caption, color: theme.muted, at: Point(x: x, y: rect.y + 68)))
    }
    return drawing
  }
}
