public import Graphics

/// A line of text that can be typed in.
public struct FieldLook: Look, Sendable {
  public var text: String
  /// Shown while nothing is typed.
  public var placeholder: String
  /// Where the cursor stands, in characters; nil: not shown.
  public var cursor: Int?

  /// Takes everything as it is.
  public init(_ text: String, placeholder: String = "", cursor: Int? = nil) {
    self.text = text
    self.placeholder = placeholder
    self.cursor = cursor
  }

  public func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let (frame, edge) = (state.snapped(frame), state.thickness(1))
    context.fill(Path(frame, radius: 6), with: theme.canvas)
    context.stroke(Path(frame.inset(by: edge / 2), radius: 6), with: Graphics.Stroke(theme.edge, width: edge))
    let inner = frame.inset(left: 10, right: 10)
    let baseline = frame.midY + Font.body.digitHeight / 2
    context.clipped(to: inner) {
      let before = Font.body.width(of: String(text.prefix(max(0, cursor ?? 0))))
      let x = inner.x - max(0, before - inner.width + 2)
      context.draw(
        text.isEmpty ? placeholder : text, at: Point(x: x, y: baseline), font: .body,
        color: text.isEmpty ? theme.muted : state.isEnabled ? theme.text : theme.disabled)
      if cursor != nil {
        let bar = Rect(
          x: state.snapped(x + before), y: frame.y + 8, width: state.thickness(1), height: frame.height - 16)
        context.fill(bar, with: theme.text)
      }
    }
  }
}
