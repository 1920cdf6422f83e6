import Graphics
import Toolkit

/// A few lines of text, one below the other, in the middle of the height.
struct LessonTextLook: Look {
  var lines: [String]
  var font: Font
  var lineHeight: Double

  var text: String { lines.joined(separator: " ") }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    var y = frame.midY - Double(lines.count) * lineHeight / 2
    for line in lines {
      let baseline = state.snapped(y + lineHeight / 2 + font.digitHeight / 2)
      context.draw(
        font.fitted(line, width: frame.width), at: Point(x: frame.x, y: baseline), font: font, color: state.theme.text)
      y += lineHeight
    }
  }
}
