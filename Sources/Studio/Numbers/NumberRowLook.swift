import Charts
import Graphics
import Recognition
import Toolkit

/// A digit of the number in a row: its picture, what it is read as and how sure that is, what comes next.
struct NumberRowLook: Look {
  /// Its place in the number, from 1.
  var place: Int
  var sign: NumberSymbol
  var columns: [NumberColumn]
  var isChosen: Bool

  var text: String {
    "\(place): \(sign.text) \(NumberText.probability(Double(sign.confidence))), next \(second), \(verdict)"
      + (isChosen ? " (chosen)" : "")
  }

  private var second: String { sign.answer?.second.map(String.init) ?? NumberText.none }

  private var verdict: String {
    guard sign.isUnsure else { return "Sure" }
    return sign.answer.map(Reading.Verdict.init) == .notDigit ? "Not a digit" : "Not sure"
  }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    if isChosen {
      context.fill(frame, with: theme.quietAccent)
      context.fill(Rect(x: frame.x, y: frame.y, width: 3, height: frame.height), with: theme.accent)
    } else if state.isHovered || state.isPressed {
      context.fill(frame, with: state.isPressed ? theme.controlPressed : theme.controlHover)
    }
    let line = Rect(
      x: frame.x, y: state.snapped(frame.maxY - state.hairline), width: frame.width, height: state.hairline)
    context.fill(line, with: theme.line)
    for column in columns {
      let cell = Rect(x: frame.x + column.x, y: frame.y, width: column.width, height: frame.height)
      draw(column, on: context, in: cell, state)
    }
  }

  private func draw(_ column: NumberColumn, on context: Context, in cell: Rect, _ state: ElementState) {
    let theme = state.theme
    switch column.content {
    case .image: drawImage(on: context, in: cell, state)
    case .digit: write(sign.text, .title, theme.text, on: context, in: cell)
    case .confidence: drawConfidence(on: context, in: cell, theme)
    case .second:
      write(second, .body, theme.text, on: context, in: cell.inset(left: 20))
      let share = sign.answer.map { NumberText.percent(Double($0.probabilities[$0.second ?? 0])) + " %" } ?? ""
      write(share, .body, theme.muted, on: context, in: cell, isTrailing: true)
    case .verdict: drawVerdict(on: context, in: cell, state)
    }
  }

  private func write(
    _ text: String, _ font: Font, _ color: Color, on context: Context, in cell: Rect, isTrailing: Bool = false
  ) {
    let shown = font.fitted(text, width: cell.width)
    let x = isTrailing ? cell.maxX - font.width(of: shown) : cell.x
    context.draw(shown, at: Point(x: x, y: cell.midY + font.digitHeight / 2), font: font, color: color)
  }

  private func drawImage(on context: Context, in cell: Rect, _ state: ElementState) {
    let theme = state.theme
    let side = max(1, state.scale.rounded(.down)) * Double(Framing.side) / state.scale
    let frame = Rect(x: state.snapped(cell.x), y: state.snapped(cell.midY - side / 2), width: side, height: side)
    context.fill(frame, with: theme.canvas)
    guard let image = sign.frame else { return }
    let pixels = PixelImage(
      gray: image.pixels, width: image.width, height: image.height, paper: theme.canvas, ink: theme.ink)
    context.draw(pixels, in: frame)
  }

  private func drawConfidence(on context: Context, in cell: Rect, _ theme: Theme) {
    let number = NumberText.answered(Double(sign.confidence))
    write(number + " %", .body, theme.text, on: context, in: cell, isTrailing: true)
    // As long as the widest number, so that the bars of all rows end at one place.
    let track = Rect(
      x: cell.x, y: cell.midY - 4, width: cell.width - Font.body.width(of: "> 99.9 %") - 12, height: 8)
    guard track.width >= 24 else { return }
    context.fill(Path(track, radius: 2), with: theme.track)
    let share = min(1, max(0, Double(sign.confidence)))
    let bar = Rect(x: track.x, y: track.y, width: max(2, track.width * share), height: track.height)
    context.fill(Path(bar, radius: 2), with: sign.isUnsure ? theme.warn : theme.bar)
  }

  private func drawVerdict(on context: Context, in cell: Rect, _ state: ElementState) {
    let isUnsure = sign.isUnsure
    let color = isUnsure ? state.theme.warn : state.theme.good
    let icon = isUnsure ? Icon.help : .check
    icon.draw(on: context, at: Point(x: cell.x + 8, y: cell.midY), size: 18, color: color, scale: state.scale)
    // Where the next best digit has no column it is named here.
    let names = !columns.contains { $0.content == .second }
    let words = names && isUnsure ? "or \(second)" : verdict
    write(words, isUnsure ? .bodyBold : .body, color, on: context, in: cell.inset(left: 24))
  }
}
