public import Graphics

/// A button that opens a list: what is chosen, what it is, an arrow.
public struct SelectLook: Look, Sendable {
  public var title: String
  public var value: String
  public var isOpen: Bool

  /// Takes everything as it is.
  public init(_ title: String, value: String, isOpen: Bool = false) {
    self.title = title
    self.value = value
    self.isOpen = isOpen
  }

  public var text: String { "\(title) \(value)" }

  public func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let isHovered = state.isEnabled && state.isHovered
    let fill = isOpen || state.isPressed ? theme.controlPressed : isHovered ? theme.controlHover : theme.control
    context.fill(Path(frame, radius: 6), with: fill)
    let baseline = frame.midY + Font.body.digitHeight / 2
    var x = frame.x + 12
    // A long value needs the title's room.
    let room = frame.maxX - 36 - x - Font.secondary.width(of: title) - 8
    if !title.isEmpty, Font.bodyBold.width(of: value) <= room {
      context.draw(
        title, at: Point(x: x, y: baseline), font: .secondary, color: state.isEnabled ? theme.muted : theme.disabled)
      x += Font.secondary.width(of: title) + 8
    }
    let shown = Font.bodyBold.fitted(value, width: frame.maxX - 36 - x)
    context.draw(
      shown, at: Point(x: x, y: baseline), font: .bodyBold, color: state.isEnabled ? theme.text : theme.disabled)
    Icon.chevron.draw(
      on: context, at: Point(x: frame.maxX - 20, y: frame.midY), size: 16, color: theme.muted, scale: state.scale)
  }
}
