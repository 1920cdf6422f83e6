import Graphics
import Toolkit

/// The second line of the answer: an icon, a word that stands out, a detail.
struct VerdictLook: Look {
  var icon: Icon?
  var word: String
  var tone: Tone
  var detail: String

  var text: String { [word, detail].filter { !$0.isEmpty }.joined(separator: ", ") }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let color = tone.color(in: state.theme)
    var x = frame.x
    if let icon {
      icon.draw(on: context, at: Point(x: x + 9, y: frame.midY), size: 18, color: color, scale: state.scale)
      x += 26
    }
    let baseline = frame.midY + Font.body.digitHeight / 2
    if !word.isEmpty {
      context.draw(word, at: Point(x: x, y: baseline), font: .bodyBold, color: color)
      x += Font.bodyBold.width(of: word) + 12
    }
    let shown = Font.body.fitted(detail, width: frame.maxX - x)
    context.draw(
      shown, at: Point(x: x, y: baseline), font: .body, color: word.isEmpty ? state.theme.text : state.theme.muted)
  }
}
