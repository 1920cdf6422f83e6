import Graphics
import Toolkit

/// A warning that can be pressed to put things right: an icon, what is wrong, what pressing does.
struct BadgeLook: Look {
  var text: String
  var action: String

  /// How wide it is.
  var width: Double {
    (34 + Font.secondary.width(of: text) + 10 + Font.secondaryBold.width(of: action) + 12).rounded(.up)
  }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let fill = state.isPressed ? theme.controlPressed : state.isHovered ? theme.controlHover : theme.control
    context.fill(Path(frame, radius: 6), with: fill)
    Icon.warning.draw(
      on: context, at: Point(x: frame.x + 18, y: frame.midY), size: 18, color: theme.warn, scale: state.scale)
    let baseline = frame.midY + Font.secondary.digitHeight / 2
    let x = frame.x + 34
    context.draw(text, at: Point(x: x, y: baseline), font: .secondary, color: theme.warn)
    context.draw(
      action, at: Point(x: x + Font.secondary.width(of: text) + 10, y: baseline), font: .secondaryBold,
      color: theme.text)
  }
}
