public import Graphics

/// A button: icon, words or both, one beside or below the other.
public struct ButtonLook: Look, Sendable {
  /// How much it stands out.
  public enum Style: Equatable, Sendable {
    /// A filled control.
    case filled
    /// The one that matters most on a screen.
    case primary
    /// No fill until the pointer comes: the rail, the top bar.
    case bare
  }

  /// Where the words stand.
  public enum Arrangement: Equatable, Sendable {
    case beside, below
  }

  public var label: String
  public var icon: Icon?
  public var style: Style
  public var arrangement: Arrangement
  /// Whether it is the tool in hand, the segment chosen.
  public var isChosen: Bool
  public var iconSize: Double

  /// Takes everything as it is.
  public init(
    _ label: String, icon: Icon? = nil, style: Style = .filled, arrangement: Arrangement = .beside,
    isChosen: Bool = false, iconSize: Double = 20
  ) {
    self.label = label
    self.icon = icon
    self.style = style
    self.arrangement = arrangement
    self.isChosen = isChosen
    self.iconSize = iconSize
  }

  public var text: String { label.isEmpty ? icon?.name ?? "" : label }

  public func draw(on context: Context, in frame: Rect, as state: ElementState) {
    if let fill = fill(state) { context.fill(Path(frame, radius: 6), with: fill) }
    if isChosen, style == .bare {
      let bar = Rect(x: frame.x, y: frame.y + 8, width: 2, height: frame.height - 16)
      context.fill(bar, with: state.theme.accent)
    }
    let color = labelColor(state)
    switch arrangement {
    case .beside: drawBeside(on: context, in: frame, color, scale: state.scale)
    case .below: drawBelow(on: context, in: frame, color, scale: state.scale)
    }
  }

  private func fill(_ state: ElementState) -> Color? {
    let theme = state.theme
    let isActive = state.isEnabled
    switch style {
    case .primary where isActive:
      return state.isPressed ? theme.accentPressed : state.isHovered ? theme.accentHover : theme.accent
    case .filled, .primary:
      return isActive && state.isPressed
        ? theme.controlPressed : isActive && state.isHovered ? theme.controlHover : theme.control
    case .bare:
      if isChosen { return theme.quietAccent }
      guard isActive else { return nil }
      return state.isPressed ? theme.controlPressed : state.isHovered ? theme.controlHover : nil
    }
  }

  private func labelColor(_ state: ElementState) -> Color {
    let theme = state.theme
    guard state.isEnabled else { return theme.disabled }
    switch style {
    case .primary: return theme.onAccent
    case .filled: return theme.text
    case .bare: return isChosen || state.isHovered || arrangement == .beside ? theme.text : theme.muted
    }
  }

  private func drawBeside(on context: Context, in frame: Rect, _ color: Color, scale: Double) {
    let gap = icon == nil || label.isEmpty ? 0.0 : 8
    let iconWidth = icon == nil ? 0 : iconSize
    let shown = Font.body.fitted(label, width: frame.width - iconWidth - gap - 8)
    let width = iconWidth + gap + Font.body.width(of: shown)
    let x = frame.midX - width / 2
    icon?.draw(
      on: context, at: Point(x: x + iconWidth / 2, y: frame.midY), size: iconSize, color: color, scale: scale)
    let baseline = frame.midY + Font.body.digitHeight / 2
    context.draw(shown, at: Point(x: x + iconWidth + gap, y: baseline), font: .body, color: color)
  }

  private func drawBelow(on context: Context, in frame: Rect, _ color: Color, scale: Double) {
    icon?.draw(
      on: context, at: Point(x: frame.midX, y: frame.y + 19), size: iconSize, color: color, scale: scale)
    let shown = Font.caption.fitted(label, width: frame.width)
    let x = frame.midX - Font.caption.width(of: shown) / 2
    context.draw(shown, at: Point(x: x, y: frame.maxY - 8), font: .caption, color: color)
  }
}
