import Graphics
import Toolkit

/// Running text that was broken into lines, in the middle of the frame's height.
struct LinesLook: Look {
  /// From one baseline to the next.
  static let lineHeight = 20.0

  var lines: [String]
  /// The whole, where the lines do not have all of it.
  var text: String

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let top = frame.midY - Double(lines.count) * LinesLook.lineHeight / 2
    for (index, line) in lines.enumerated() {
      let middle = top + (Double(index) + 0.5) * LinesLook.lineHeight
      let baseline = middle + Font.body.digitHeight / 2
      context.draw(line, at: Point(x: frame.x, y: baseline), font: .body, color: state.theme.text)
    }
  }
}
