import Graphics
import Toolkit

/// A row of facts that leads to the pictures behind it.
struct LinkLook: Look {
  var fact: FactLook

  /// How far it reaches beyond the words on both sides.
  static let margin = 8.0

  var text: String { fact.text }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    if state.isHovered || state.isPressed || state.isFocused {
      let fill = state.isPressed ? state.theme.controlPressed : state.theme.controlHover
      context.fill(Path(frame.inset(bottom: 1), radius: 4), with: fill)
    }
    var fact = fact
    fact.tone = .accent
    fact.draw(on: context, in: frame.inset(left: LinkLook.margin, right: LinkLook.margin), as: state)
  }
}
