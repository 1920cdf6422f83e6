import Charts
import Graphics
import Recognition
import Toolkit

/// A training digit with its label and how far it is.
struct NearDigitLook: Look {
  var digit: NearDigit
  /// Whether it is labelled as the ink is read.
  var isSame: Bool

  var text: String { "\(digit.label), distance \(distance)" }

  private var distance: String { NumberText.fixed(Double(digit.distance), 2) }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let picture = state.snapped(Rect(x: frame.x, y: frame.y, width: frame.height, height: frame.height))
    let image = PixelImage(
      gray: digit.image.pixels, width: digit.image.width, height: digit.image.height, paper: theme.canvas,
      ink: theme.ink)
    context.draw(image, in: picture)
    context.stroke(
      Path(picture.inset(by: state.hairline / 2)), with: Graphics.Stroke(theme.line, width: state.hairline))
    let x = picture.maxX + (frame.width < picture.width + 40 ? 4 : 8)
    context.draw(
      "\(digit.label)", at: Point(x: x, y: frame.midY - 1), font: Font(size: 16, weight: .bold),
      color: isSame ? theme.text : theme.warn)
    context.draw(distance, at: Point(x: x, y: frame.midY + 17), font: .caption, color: theme.muted)
  }
}
