public import Graphics

/// One of two to four choices that stand beside each other in a box.
public struct SegmentLook: Look, Sendable {
  public var text: String
  public var isChosen: Bool

  /// Takes both as they are.
  public init(_ text: String, isChosen: Bool) {
    self.text = text
    self.isChosen = isChosen
  }

  public func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let inner = frame.inset(by: 2)
    if isChosen {
      context.fill(Path(inner, radius: 6), with: state.isEnabled ? theme.accent : theme.track)
    } else if state.isEnabled, state.isHovered || state.isPressed {
      context.fill(Path(inner, radius: 6), with: state.isPressed ? theme.controlPressed : theme.controlHover)
    }
    let color = !state.isEnabled ? theme.disabled : isChosen ? theme.onAccent : theme.text
    let shown = Font.body.fitted(text, width: inner.width - 4)
    let baseline = frame.midY + Font.body.digitHeight / 2
    context.draw(
      shown, at: Point(x: frame.midX - Font.body.width(of: shown) / 2, y: baseline), font: .body, color: color)
  }
}
