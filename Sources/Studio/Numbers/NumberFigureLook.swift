import Graphics
import Toolkit

/// The number, as large as there is room for; digits that are not sure are outlines.
struct NumberFigureLook: Look {
  /// A sign, or the gap between two lines.
  struct Sign: Equatable {
    var text: String
    var isOutlined: Bool
  }

  var signs: [Sign]
  /// The size where there is room.
  var most: Double

  var text: String { signs.map(\.text).joined() }

  /// Smaller signs are not read well: the number is shortened then.
  private static let least = 22.0

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let (shown, size) = fitted(frame.width)
    let font = Font(size: size, weight: .bold)
    let baseline = (frame.midY + font.digitHeight / 2).rounded()
    var x = frame.x
    for sign in shown {
      let place = Point(x: x.rounded(), y: baseline)
      if sign.isOutlined {
        let width = max(1.5, size / 40)
        context.outline(
          sign.text, at: place, font: font, with: Graphics.Stroke(state.theme.warn, width: width, isRound: true))
      } else {
        context.draw(sign.text, at: place, font: font, color: state.theme.text)
      }
      x += font.width(of: sign.text)
    }
  }

  /// What fits, and how large; of a very long number the beginning is left out.
  private func fitted(_ width: Double) -> ([Sign], Double) {
    let font = Font(size: 1, weight: .bold)
    let lengths = signs.map { font.width(of: $0.text) }
    let length = lengths.reduce(0, +)
    let size = min(most, (width / max(length, 0.1)).rounded(.down))
    guard size < NumberFigureLook.least else { return (signs, size) }
    let mark = Sign(text: "…", isOutlined: false)
    var rest = width / NumberFigureLook.least - font.width(of: mark.text)
    let kept = lengths.reversed().prefix {
      rest -= $0
      return rest >= 0
    }
    return ([mark] + signs.suffix(kept.count), NumberFigureLook.least)
  }
}
