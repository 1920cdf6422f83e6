public import Graphics

/// A tab of the bar along the top.
public struct TabLook: Look, Sendable {
  public var text: String
  public var isCurrent: Bool
  public var font: Font

  /// Takes everything as it is.
  public init(_ text: String, isCurrent: Bool, font: Font) {
    self.text = text
    self.isCurrent = isCurrent
    self.font = font
  }

  public func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let tone = isCurrent || state.isHovered || state.isPressed ? theme.text : theme.muted
    let x = frame.midX - font.width(of: text) / 2
    let baseline = frame.midY + font.digitHeight / 2
    context.draw(text, at: Point(x: x, y: baseline), font: font, color: state.isEnabled ? tone : theme.disabled)
    let bar = Rect(x: x - 4, y: state.snapped(frame.maxY - 3), width: font.width(of: text) + 8, height: 3)
    if isCurrent { context.fill(bar, with: theme.accent) }
  }
}
