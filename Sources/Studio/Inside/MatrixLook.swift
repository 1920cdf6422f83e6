import Charts
import Graphics
import Toolkit

/// A square of numbers, each on the colour of its value.
struct MatrixLook: Look {
  var values: [Double]
  var side: Int
  /// nil: only colours.
  var decimals: Int?
  /// Whether 0 is in the middle of the colours; otherwise what is below has the colour of 0.
  var isSigned: Bool
  /// The value of the strongest colour; nil: the largest there is.
  var largest: Double?

  var text: String { values.map { NumberText.fixed($0, decimals ?? 3) }.joined(separator: " ") }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let largest = largest ?? values.map(abs).max() ?? 0
    let (width, height) = (frame.width / Double(side), frame.height / Double(side))
    for (index, value) in values.enumerated() where index < side * side {
      let cell = state.snapped(
        Rect(
          x: frame.x + Double(index % side) * width, y: frame.y + Double(index / side) * height, width: width - 1,
          height: height - 1))
      let share = largest > 0 ? value / largest : 0
      let ground = isSigned ? theme.diverging.color(at: share) : theme.ramp.color(at: share)
      context.fill(cell, with: ground)
      guard let decimals else { continue }
      let number = NumberText.fixed(value, decimals)
      let place = Point(
        x: cell.maxX - 4 - Font.caption.width(of: number), y: cell.midY + Font.caption.digitHeight / 2)
      context.draw(number, at: place, font: .caption, color: MatrixLook.number(on: ground, theme))
    }
    // What is near 0 has the colour of the window itself.
    let box = state.snapped(frame).inset(by: state.hairline / 2)
    context.stroke(Path(box), with: Graphics.Stroke(theme.line, width: state.hairline))
  }

  /// The colour of a number that can be read on `ground`.
  private static func number(on ground: Color, _ theme: Theme) -> Color {
    let colors = theme.ramp.steps.map(\.number)
    return colors.max { $0.contrast(with: ground) < $1.contrast(with: ground) } ?? theme.text
  }
}
