import Charts
import Graphics
import Toolkit

/// One of the ten digits with its probability below it, in per cent.
struct DigitCellLook: Look {
  var digit: Int
  var probability: Double?
  var isWinner: Bool
  var isChosen: Bool

  var text: String { "\(digit) \(number)" + (isWinner ? " *" : "") }

  private var number: String { probability.map { NumberText.percent(min($0, 0.999)) } ?? NumberText.none }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let cell = Rect(x: frame.x + 1, y: frame.y + 1, width: frame.width - 4, height: 26)
    let fill = isWinner ? theme.accent : state.isHovered || state.isPressed ? theme.controlHover : theme.control
    context.fill(Path(cell, radius: 4), with: fill)
    if isChosen { context.stroke(Path(cell, radius: 4), with: Graphics.Stroke(theme.text, width: 2)) }
    let font = isWinner ? Font.bodyBold : .body
    draw("\(digit)", font, isWinner ? theme.onAccent : theme.text, on: context, middle: cell.midX, cell.midY)
    draw(
      number, isWinner ? .captionBold : .caption, isWinner ? theme.text : theme.muted, on: context, middle: cell.midX,
      frame.maxY - 9)
  }

  private func draw(
    _ text: String, _ font: Font, _ color: Color, on context: Context, middle x: Double, _ y: Double
  ) {
    let place = Point(x: x - font.width(of: text) / 2, y: y + font.digitHeight / 2)
    context.draw(text, at: place, font: font, color: color)
  }
}
