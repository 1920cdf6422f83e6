import Graphics
import Recognition
import Toolkit

/// Ten probabilities against time, where the answer changed, and a handle at the moment that is shown.
struct RibbonLook: Look {
  /// What was read at a share of the time.
  struct Point: Equatable {
    var time: Double
    var shares: Probabilities
    var digit: Int?
  }

  var moments: [Point]
  /// Where the answer became which digit.
  var turns: [Turn]
  /// The share of the time that is shown.
  var position: Double
  /// The answer in the end.
  var final: Int?
  var start: String
  var note: String
  var end: String

  /// A change of the answer at a share of the time.
  struct Turn: Equatable {
    var time: Double
    var digit: Int
  }

  /// Takes everything as it is.
  init(
    moments: [Point], turns: [(Double, Int)], position: Double, final: Int?, start: String, note: String, end: String
  ) {
    (self.moments, self.position, self.final) = (moments, position, final)
    self.turns = turns.map { Turn(time: $0.0, digit: $0.1) }
    (self.start, self.note, self.end) = (start, note, end)
  }

  var text: String { note }

  /// How far the frame reaches beyond the ribbon at both ends: half the knob of a slider.
  static let overhang = 10.0
  private static let height = 22.0
  /// From the upper edge of the frame to the ribbon: room for the digits.
  private static let head = 17.0

  /// Where the ribbon is in the frame.
  static func ribbon(in frame: Rect) -> Rect {
    Rect(x: frame.x + overhang, y: frame.y + head, width: max(0, frame.width - 2 * overhang), height: height)
  }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let ribbon = state.snapped(RibbonLook.ribbon(in: frame))
    context.fill(Path(ribbon, radius: 3), with: theme.track)
    context.clipped(to: Path(ribbon, radius: 3)) { drawShares(in: ribbon, on: context, state) }
    drawTurns(in: ribbon, on: context, state)
    drawWords(below: ribbon, on: context, theme)
    guard state.isEnabled else { return }
    let color = state.isPressed ? theme.accentPressed : state.isHovered ? theme.accentHover : theme.text
    let x = state.snapped(ribbon.x + ribbon.width * min(1, max(0, position)) - 2)
    context.fill(
      Path(Rect(x: x, y: ribbon.y - 5, width: 4, height: ribbon.height + 10), radius: 2), with: color)
  }

  // MARK: Shares

  private func drawShares(in ribbon: Rect, on context: Context, _ state: ElementState) {
    for (index, moment) in moments.enumerated() where moment.digit != nil {
      let next = index + 1 < moments.count ? moments[index + 1].time : 1
      let left = state.snapped(ribbon.x + ribbon.width * moment.time)
      let right = state.snapped(ribbon.x + ribbon.width * next)
      guard right > left else { continue }
      draw(moment, Rect(x: left, y: ribbon.y, width: right - left, height: ribbon.height), on: context, state.theme)
    }
  }

  /// One moment: the answer at the bottom, the other nine above it in their order.
  private func draw(_ moment: Point, _ rect: Rect, on context: Context, _ theme: Theme) {
    guard let digit = moment.digit else { return }
    let order = [digit] + (0..<Probabilities.count).filter { $0 != digit }
    var y = rect.maxY
    for (rank, other) in order.enumerated() {
      let height = rect.height * Double(moment.shares[other])
      defer { y -= height }
      guard height >= 0.2 else { continue }
      let isFinal = other == final
      let base = isFinal ? theme.accent : theme.bar
      // Those that do not lead are quieter; neighbours differ.
      let color = rank == 0 ? base : base.withAlpha(isFinal ? 0.5 : other % 2 == 0 ? 0.36 : 0.2)
      context.fill(Rect(x: rect.x, y: y - height, width: rect.width, height: height), with: color)
    }
  }

  // MARK: Changes

  private func drawTurns(in ribbon: Rect, on context: Context, _ state: ElementState) {
    let font = Font.bodyBold
    for (index, turn) in turns.enumerated() {
      let x = state.snapped(ribbon.x + ribbon.width * turn.time)
      context.fill(
        Rect(x: x, y: ribbon.y - 15, width: state.hairline, height: ribbon.height + 15), with: state.theme.text)
      let next = index + 1 < turns.count ? ribbon.x + ribbon.width * turns[index + 1].time : ribbon.maxX + 12
      let text = "\(turn.digit)"
      guard next - x > font.width(of: text) + 9 else { continue }
      context.draw(text, at: Graphics.Point(x: x + 6, y: ribbon.y - 5), font: font, color: state.theme.text)
    }
  }

  private func drawWords(below ribbon: Rect, on context: Context, _ theme: Theme) {
    let font = Font.caption
    let y = ribbon.maxY + 16
    context.draw(start, at: Graphics.Point(x: ribbon.x, y: y), font: font, color: theme.muted)
    let width = font.width(of: end)
    context.draw(end, at: Graphics.Point(x: ribbon.maxX - width, y: y), font: font, color: theme.muted)
    let noteWidth = font.width(of: note)
    let (low, high) = (ribbon.x + font.width(of: start) + 12, ribbon.maxX - width - 12 - noteWidth)
    guard high >= low else { return }
    let turn = turns.last.map { ribbon.x + ribbon.width * $0.time - noteWidth / 2 } ?? low
    let middle = (low + high) / 2
    context.draw(
      note, at: Graphics.Point(x: min(high, max(low, note.isEmpty ? middle : turn)), y: y), font: font,
      color: theme.text)
  }
}
