import Graphics
import Toolkit

/// The name of a step with its switch below it, or with a word where it cannot be switched off.
struct StepLook: Look {
  var title: String
  var isOn: Bool?
  var detail: String

  var text: String { isOn.map { "\(title) \($0 ? "On" : "Off")" } ?? "\(title), \(detail)" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let first = frame.y + 10 + Font.body.digitHeight / 2
    let second = frame.y + 35 + Font.secondary.digitHeight / 2
    context.draw(
      Font.body.fitted(title, width: frame.width), at: Point(x: frame.x, y: first), font: .body,
      color: state.isEnabled ? theme.text : theme.disabled)
    guard let isOn else {
      context.draw(detail, at: Point(x: frame.x, y: second), font: .secondary, color: theme.muted)
      return
    }
    let track = Rect(x: frame.x, y: frame.y + 24, width: 40, height: 22)
    SwitchLook("", isOn: isOn).drawTrack(on: context, in: track, as: state)
    context.draw(
      isOn ? "On" : "Off", at: Point(x: track.maxX + 10, y: second), font: isOn ? .secondary : .secondaryBold,
      color: !state.isEnabled ? theme.disabled : isOn ? theme.muted : theme.warn)
  }
}
