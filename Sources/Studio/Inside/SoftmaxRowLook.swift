import Graphics
import Toolkit

/// A row of the softmax: digit, logit, exponential, per cent.
struct SoftmaxRowLook: Look {
  var cells: [String]
  var isHead = false
  var isWinner = false

  var text: String { cells.joined(separator: " ") }

  private static let ends = [0.08, 0.34, 0.78, 1.0]

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    if isWinner { context.fill(Path(frame, radius: 4), with: theme.quietAccent) }
    let font = isHead ? Font.caption : isWinner ? .bodyBold : .body
    let baseline = frame.midY + font.digitHeight / 2
    for (cell, end) in zip(cells, SoftmaxRowLook.ends) {
      let x = frame.x + 6 + (frame.width - 12) * end - font.width(of: cell)
      context.draw(
        cell, at: Point(x: x, y: baseline), font: font, color: isHead ? theme.muted : theme.text)
    }
  }
}
