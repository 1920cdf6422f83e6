public import Graphics

/// A switch with its title on the left and the word On or Off.
public struct SwitchLook: Look, Sendable {
  public var title: String
  public var isOn: Bool

  /// Takes both as they are.
  public init(_ title: String, isOn: Bool) {
    self.title = title
    self.isOn = isOn
  }

  public var text: String { "\(title) \(isOn ? "On" : "Off")" }

  public func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let color = state.isEnabled ? theme.text : theme.disabled
    let baseline = frame.midY + Font.body.digitHeight / 2
    context.draw(title, at: Point(x: frame.x, y: baseline), font: .body, color: color)
    let track = Rect(x: frame.maxX - 40, y: state.snapped(frame.midY - 11), width: 40, height: 22)
    let word = isOn ? "On" : "Off"
    context.draw(
      word, at: Point(x: track.x - 10 - Font.secondary.width(of: word), y: baseline), font: .secondary,
      color: theme.muted)
    drawTrack(on: context, in: track, as: state)
  }

  /// Draws the switch alone, 40 × 22.
  public func drawTrack(on context: Context, in track: Rect, as state: ElementState) {
    let theme = state.theme
    context.fill(Path(track, radius: 11), with: fill(state))
    if !isOn {
      let edge = state.thickness(1)
      context.stroke(Path(track.inset(by: edge / 2), radius: 11), with: Graphics.Stroke(theme.edge, width: edge))
    }
    let knob = Point(x: isOn ? track.maxX - 11 : track.x + 11, y: track.midY)
    context.fill(Path(circleAt: knob, radius: 8), with: isOn && state.isEnabled ? theme.onAccent : theme.edge)
  }

  private func fill(_ state: ElementState) -> Color {
    let theme = state.theme
    guard state.isEnabled else { return theme.control }
    if isOn { return state.isPressed ? theme.accentPressed : state.isHovered ? theme.accentHover : theme.accent }
    return state.isPressed ? theme.controlPressed : state.isHovered ? theme.controlHover : theme.control
  }
}
