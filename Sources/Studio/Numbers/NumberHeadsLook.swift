import Graphics
import Toolkit

/// The titles of the columns of the table of digits.
struct NumberHeadsLook: Look {
  var columns: [NumberColumn]

  var text: String { columns.map(\.title).joined(separator: " | ") }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let font = Font.secondary
    for column in columns {
      let shown = font.fitted(column.title, width: column.width)
      let rest = column.isTrailing ? column.width - font.width(of: shown) : 0
      let place = Point(x: frame.x + column.x + rest, y: frame.midY + font.digitHeight / 2)
      context.draw(shown, at: place, font: font, color: state.theme.muted)
    }
    let line = Rect(
      x: frame.x, y: state.snapped(frame.maxY - state.hairline), width: frame.width, height: state.hairline)
    context.fill(line, with: state.theme.line)
  }
}
