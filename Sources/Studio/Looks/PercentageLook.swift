import Graphics
import Toolkit

/// The probability of the answer, large, its sign smaller and muted.
struct PercentageLook: Look {
  var number: String
  var size: Double

  var text: String { "\(number) %" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let font = Font(size: size, weight: .bold)
    let sign = Font(size: size * 0.7)
    let baseline = frame.midY + font.digitHeight / 2
    // Aligned to the right of the widest number, so that nothing jumps.
    let width = font.width(of: number)
    context.draw(number, at: Point(x: frame.x, y: baseline), font: font, color: state.theme.text)
    context.draw(
      "%", at: Point(x: frame.x + width + size * 0.25, y: baseline), font: sign, color: state.theme.muted)
  }
}
