public import Graphics

/// A line of text that can be typed in.
public struct FieldLook: Look, Sendable {
  public var text: String
  /// Shown while nothing is typed.
  public var placeholder: String
  /// Where the cursor stands, in characters; nil: not shown.
  public var cursor: Int?
  /// What is selected, in characters; empty where nothing is.
  public var selection: Range<Int>

  private static let margin = 10.0

  /// Takes everything as it is.
  public init(_ text: String, placeholder: String = "", cursor: Int? = nil, selection: Range<Int> = 0..<0) {
    self.text = text
    self.placeholder = placeholder
    self.cursor = cursor
    self.selection = selection
  }

  /// The character before which a place lies, counted from the left edge of a field of a width.
  public func character(at x: Double, width: Double) -> Int {
    let distance = x - FieldLook.margin + hidden(in: width - 2 * FieldLook.margin)
    let ends = (0...text.count).map { Font.body.width(of: String(text.prefix($0))) }
    return ends.indices.min { abs(ends[$0] - distance) < abs(ends[$1] - distance) } ?? 0
  }

  /// How much of the text lies to the left of a field of a width, so that the cursor can be seen.
  private func hidden(in width: Double) -> Double {
    max(0, Font.body.width(of: String(text.prefix(max(0, cursor ?? 0)))) - width + 2)
  }

  public func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let (frame, edge) = (state.snapped(frame), state.thickness(1))
    context.fill(Path(frame, radius: 6), with: theme.canvas)
    context.stroke(Path(frame.inset(by: edge / 2), radius: 6), with: Graphics.Stroke(theme.edge, width: edge))
    let inner = frame.inset(left: FieldLook.margin, right: FieldLook.margin)
    let baseline = frame.midY + Font.body.digitHeight / 2
    context.clipped(to: inner) {
      let before = Font.body.width(of: String(text.prefix(max(0, cursor ?? 0))))
      let x = inner.x - hidden(in: inner.width)
      if !selection.isEmpty { context.fill(marked(from: x, in: frame, state), with: theme.quietAccent) }
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

  /// What lies behind the selected part of a text that begins at `x`.
  private func marked(from x: Double, in frame: Rect, _ state: ElementState) -> Rect {
    let (start, end) = (String(text.prefix(selection.lowerBound)), String(text.prefix(selection.upperBound)))
    let left = state.snapped(x + Font.body.width(of: start))
    let right = state.snapped(x + Font.body.width(of: end))
    return Rect(x: left, y: frame.y + 7, width: right - left, height: frame.height - 14)
  }
}
