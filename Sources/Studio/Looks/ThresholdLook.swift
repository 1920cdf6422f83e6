import Graphics
import Toolkit

/// The dotted line from which an answer counts as sure.
struct ThresholdLook: Look {
  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let x = state.snapped(frame.midX) + state.hairline / 2
    let path = Path(through: [Point(x: x, y: frame.y), Point(x: x, y: frame.maxY)])
    context.stroke(path, with: Graphics.Stroke(state.theme.text, width: max(1, state.hairline), dash: [2, 3]))
  }
}
