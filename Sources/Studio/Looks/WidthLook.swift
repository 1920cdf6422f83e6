import Graphics
import Toolkit

/// The button for the width of the pen: a dot as large as the pen, as far as there is room.
struct WidthLook: Look {
  /// From 0 to 1 between the thinnest and the thickest pen.
  var fraction: Double
  var label: String
  var isOpen: Bool

  var text: String { "Width" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    ButtonLook(label, style: .bare, arrangement: .below, isChosen: false).draw(on: context, in: frame, as: state)
    let y = label.isEmpty ? frame.midY : frame.y + 19
    let radius = 2.5 + 7 * fraction
    context.fill(Path(circleAt: Point(x: frame.midX, y: y), radius: radius), with: state.theme.text)
    guard isOpen else { return }
    context.stroke(Path(frame.inset(by: 1), radius: 6), with: Graphics.Stroke(state.theme.accent, width: 2))
  }
}
