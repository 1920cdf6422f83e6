import Graphics
import Toolkit

/// The heads of the table of models.
struct CompareHeadLook: Look {
  var text: String { CompareTable.Column.allCases.map(\.title).joined(separator: " | ") }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let (columns, start, width) = CompareRowLook.columns(in: frame)
    let baseline = frame.midY + Font.caption.digitHeight / 2
    context.draw("Model", at: Point(x: frame.x + 58, y: baseline), font: .caption, color: theme.muted)
    for (index, column) in columns.enumerated() {
      let shown = Font.caption.fitted(column.title, width: width - 4)
      let x = start + Double(index + 1) * width - Font.caption.width(of: shown)
      context.draw(shown, at: Point(x: x, y: baseline), font: .caption, color: theme.muted)
    }
    let edge = state.thickness(1)
    context.fill(
      Rect(x: frame.x, y: state.snapped(frame.maxY) - edge, width: frame.width, height: edge), with: theme.edge)
  }
}
