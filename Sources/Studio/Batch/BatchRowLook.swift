import Charts
import DigitData
import Graphics
import Recognition
import Toolkit

/// A row of the table: number, picture, what is read and how sure that is, what was written, how that compares.
struct BatchRowLook: Look {
  var number: Int
  var row: BatchRow
  /// What the network sees; nil while it is read.
  var image: GrayImage?
  /// What is wrong with a row that cannot be read.
  var trouble: String?
  var fileName: String?
  var columns: [BatchColumn.Placed]
  var isChosen: Bool
  var isHovered: Bool

  var text: String {
    let read = row.digit.map { "\($0) \(NumberText.probability(row.confidence))" } ?? NumberText.none
    return "\(number): \(trouble ?? "\(read) \(row.verdict.words)")" + (isChosen ? " (chosen)" : "")
  }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    if isChosen {
      context.fill(frame, with: theme.quietAccent)
      context.fill(Rect(x: frame.x, y: frame.y, width: 3, height: frame.height), with: theme.accent)
    } else if isHovered {
      context.fill(frame, with: theme.background)
    }
    let line = Rect(
      x: frame.x + 16, y: frame.maxY - state.hairline, width: frame.width - 48, height: state.hairline)
    context.fill(line, with: theme.line)
    for column in columns {
      let place = Rect(x: frame.x + column.x, y: frame.y, width: column.width, height: frame.height)
      draw(column.column, on: context, in: place, state)
    }
    guard let trouble, let start = columns.first(where: { $0.column == .digit }) else { return }
    let place = Rect(x: frame.x + start.x, y: frame.y, width: frame.width - start.x - 32, height: frame.height)
    write(Font.body.fitted(trouble, width: place.width), on: context, x: place.x, place, .body, theme.muted)
  }

  private func draw(_ column: BatchColumn, on context: Context, in place: Rect, _ state: ElementState) {
    let theme = state.theme
    switch column {
    case .row:
      let text = NumberText.grouped(number)
      write(text, on: context, x: place.maxX - 8 - Font.body.width(of: text), place, .body, theme.text)
    case .image: drawImage(on: context, in: place, state)
    case _ where trouble != nil: break
    case .digit:
      write(
        row.digit.map(String.init) ?? NumberText.none, on: context, x: place.x, place, Font(size: 16, weight: .bold),
        theme.text)
    case .confidence: drawConfidence(on: context, in: place, state)
    case .second: drawSecond(on: context, in: place, theme)
    case .label:
      write(row.label.map(String.init) ?? NumberText.none, on: context, x: place.x + 6, place, .body, theme.text)
    case .result: drawResult(on: context, in: place, state)
    case .file:
      let name = Font.secondary.fitted(fileName ?? "", width: place.width - 32)
      write(name, on: context, x: place.x, place, .secondary, theme.muted)
    }
  }

  private func write(_ text: String, on context: Context, x: Double, _ place: Rect, _ font: Font, _ color: Color) {
    context.draw(text, at: Point(x: x, y: place.midY + font.digitHeight / 2), font: font, color: color)
  }

  private func drawImage(on context: Context, in place: Rect, _ state: ElementState) {
    guard trouble == nil else {
      return Icon.warning.draw(
        on: context, at: Point(x: place.x + 24, y: place.midY), size: 18, color: state.theme.bad, scale: state.scale)
    }
    let side = max(1, (state.scale * 28 / 28).rounded(.down)) * 28 / state.scale
    let frame = Rect(
      x: state.snapped(place.x + 10), y: state.snapped(place.midY - side / 2), width: side, height: side)
    context.fill(frame, with: state.theme.canvas)
    guard let image else { return }
    let pixels = PixelImage(
      gray: image.pixels, width: image.width, height: image.height, paper: state.theme.canvas, ink: state.theme.ink)
    context.draw(pixels, in: frame)
  }

  private func drawConfidence(on context: Context, in place: Rect, _ state: ElementState) {
    guard row.digit != nil else { return }
    let theme = state.theme
    let number = NumberText.answered(row.confidence)
    let end = place.maxX - 28
    write("%", on: context, x: end - 12, place, .secondary, theme.muted)
    write(number, on: context, x: end - 16 - Font.body.width(of: number), place, .body, theme.text)
    let track = Rect(x: place.x, y: place.midY - 4, width: place.width - 28 - 66, height: 8)
    guard track.width >= 24 else { return }
    context.fill(Path(track, radius: 2), with: theme.track)
    let bar = Rect(x: track.x, y: track.y, width: max(2, track.width * min(1, row.confidence)), height: track.height)
    context.fill(Path(bar, radius: 2), with: row.status == .unsure ? theme.warn : theme.bar)
  }

  private func drawSecond(on context: Context, in place: Rect, _ theme: Theme) {
    guard let second = row.second else { return }
    write("\(second)", on: context, x: place.x, place, .body, theme.text)
    let share = NumberText.percent(Double(row.probabilities[second]))
    write(share, on: context, x: place.maxX - 34 - Font.body.width(of: share), place, .body, theme.muted)
  }

  private func drawResult(on context: Context, in place: Rect, _ state: ElementState) {
    let verdict = row.verdict
    let color = verdict.tone.color(in: state.theme)
    let font: Font = verdict.isQuiet ? .body : .bodyBold
    verdict.icon?.draw(
      on: context, at: Point(x: place.x + 8, y: place.midY), size: 18, color: color, scale: state.scale)
    let words = font.fitted(verdict.words, width: place.width - 28)
    write(words, on: context, x: place.x + 24, place, font, verdict.isQuiet ? state.theme.text : color)
  }
}
