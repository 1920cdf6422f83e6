import Charts
import Graphics
import Toolkit

/// A model in the table: whether it is compared, its colour and marker, its name, its figures.
struct CompareRowLook: Look {
  var name: String
  /// The place of its colour; nil where it is not compared.
  var slot: Int?
  var cells: [CompareTable.Cell] = []
  /// What stands in the place of the figures, and whether it is bad news.
  var words = ""
  var isBad = false
  var hasLine = true

  var text: String {
    let figures = cells.map { $0.text + ($0.isBest ? " *" : "") }.joined(separator: " | ")
    return (slot == nil ? "[ ] " : "[x] ") + name + " | " + (words.isEmpty ? figures : words)
  }

  /// Which figures are shown, where they begin, and how wide a column of them is.
  static func columns(in frame: Rect) -> (shown: [CompareTable.Column], start: Double, width: Double) {
    let names = max(150, frame.width * 0.2)
    let room = frame.width - names - 8
    let shown = CompareTable.Column.shown(in: room)
    return (shown, frame.x + names, room / Double(shown.count))
  }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    if state.isHovered || state.isPressed {
      let fill = state.isPressed ? theme.controlPressed : theme.controlHover
      context.fill(Path(frame, radius: 4), with: fill)
    }
    drawBox(on: context, at: Point(x: frame.x + 16, y: frame.midY), state)
    drawName(on: context, in: frame, theme)
    let (shown, start, width) = CompareRowLook.columns(in: frame)
    if words.isEmpty {
      for (index, column) in shown.enumerated() where cells.indices.contains(column.rawValue) {
        let right = start + Double(index + 1) * width
        draw(cells[column.rawValue], on: context, right: right, width: width, middle: frame.midY, theme)
      }
    } else {
      drawWords(
        on: context, in: Rect(x: start + 8, y: frame.y, width: frame.maxX - start - 16, height: frame.height), state)
    }
    guard hasLine else { return }
    let line = Rect(
      x: frame.x, y: state.snapped(frame.maxY - state.hairline), width: frame.width, height: state.hairline)
    context.fill(line, with: theme.line)
  }

  private func drawBox(on context: Context, at center: Point, _ state: ElementState) {
    let theme = state.theme
    let box = state.snapped(Rect(x: center.x - 9, y: center.y - 9, width: 18, height: 18))
    guard slot != nil else {
      return context.stroke(Path(box.inset(by: 0.75), radius: 4), with: Graphics.Stroke(theme.edge, width: 1.5))
    }
    context.fill(Path(box, radius: 4), with: theme.accent)
    Icon.check.draw(on: context, at: center, size: 14, color: theme.onAccent, scale: state.scale)
  }

  private func drawName(on context: Context, in frame: Rect, _ theme: Theme) {
    var x = frame.x + 36
    if let slot {
      CompareRowLook.drawMarker(theme.series[slot], at: Point(x: x + 7, y: frame.midY), on: context, theme.background)
    }
    x += 22
    let room = CompareRowLook.columns(in: frame).start - x - 4
    let font = slot == nil ? Font.body : Font.bodyBold
    let shown = font.fitted(SafeName.text(name), width: room, keepsEnd: true)
    let tone = slot == nil ? theme.muted : theme.text
    context.draw(shown, at: Point(x: x, y: frame.midY + font.digitHeight / 2), font: font, color: tone)
  }

  /// The marker of a series, as charts draw it.
  static func drawMarker(_ style: SeriesStyle, at center: Point, on context: Context, _ background: Color) {
    var drawing = Drawing()
    drawing.marker(style, at: center, radius: 5, on: background)
    drawing.draw(on: context)
  }

  private func draw(
    _ cell: CompareTable.Cell, on context: Context, right: Double, width: Double, middle: Double, _ theme: Theme
  ) {
    let font = cell.isBest ? Font.secondaryBold : Font.secondary
    let shown = font.fitted(cell.text, width: width - 14)
    let x = right - font.width(of: shown)
    let tone = cell.isBest || cell.text != NumberText.none ? theme.text : theme.muted
    context.draw(shown, at: Point(x: x, y: middle + font.digitHeight / 2), font: font, color: tone)
    guard cell.isBest else { return }
    let corner = Point(x: x - 11, y: middle)
    context.fill(
      Path(polygon: [
        Point(x: corner.x, y: corner.y - 4.5), Point(x: corner.x + 7, y: corner.y),
        Point(x: corner.x, y: corner.y + 4.5),
      ]), with: theme.accent)
  }

  private func drawWords(on context: Context, in frame: Rect, _ state: ElementState) {
    let theme = state.theme
    var x = frame.x
    if isBad {
      Icon.warning.draw(
        on: context, at: Point(x: x + 9, y: frame.midY), size: 18, color: theme.bad, scale: state.scale)
      x += 26
    }
    let shown = Font.secondary.fitted(words, width: frame.maxX - x)
    context.draw(
      shown, at: Point(x: x, y: frame.midY + Font.secondary.digitHeight / 2), font: .secondary,
      color: isBad ? theme.bad : theme.muted)
  }
}
