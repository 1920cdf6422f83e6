import Graphics
import Toolkit

/// A filled rectangle that shows its state in colours of the theme, and may draw outside of its frame.
struct Patch: Look {
  var color = Color(0x336699)
  /// How far it draws over its edges, in units.
  var bleeding = 0.0

  static let rest = Color(0x336699)
  static let hovered = Color(0x44AA44)
  static let pressed = Color(0xAA4444)

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let fill = state.isPressed ? Patch.pressed : state.isHovered ? Patch.hovered : color
    context.fill(frame.inset(by: -bleeding), with: state.isFocused ? fill.withAlpha(0.8) : fill)
  }
}

extension Element {
  /// A patch that can be pressed.
  static func button(
    _ name: ControlName, _ x: Double, _ y: Double, _ width: Double = 40, _ height: Double = 20, isEnabled: Bool = true,
    hint: String = ""
  ) -> Element {
    Element(
      name, Rect(x: x, y: y, width: width, height: height), Patch(), role: .button, isEnabled: isEnabled, hint: hint,
      cursor: .hand)
  }

  /// A patch of another role.
  static func patch(
    _ name: ControlName, _ role: Role, _ x: Double, _ y: Double, _ width: Double, _ height: Double,
    cursor: Cursor = .arrow
  ) -> Element {
    Element(name, Rect(x: x, y: y, width: width, height: height), Patch(), role: role, cursor: cursor)
  }
}
