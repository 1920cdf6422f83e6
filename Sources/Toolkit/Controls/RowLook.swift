public import Graphics

/// A row of a menu or a list: words on the left, a detail on the right, a check mark where it is chosen.
public struct RowLook: Look, Sendable {
  public var label: String
  public var detail: String
  public var icon: Icon?
  public var isChosen: Bool
  /// Whether a place is left for a check mark.
  public var hasMark: Bool

  /// Takes everything as it is.
  public init(_ label: String, detail: String = "", icon: Icon? = nil, isChosen: Bool = false, hasMark: Bool = false) {
    self.label = label
    self.detail = detail
    self.icon = icon
    self.isChosen = isChosen
    self.hasMark = hasMark
  }

  public var text: String { label + (detail.isEmpty ? "" : " | \(detail)") + (isChosen ? " (chosen)" : "") }

  public func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    if state.isEnabled, state.isPressed || state.isHovered || state.isFocused {
      context.fill(Path(frame, radius: 4), with: state.isPressed ? theme.controlPressed : theme.controlHover)
    } else if isChosen {
      context.fill(Path(frame, radius: 4), with: theme.quietAccent)
    }
    let color = state.isEnabled ? theme.text : theme.disabled
    var x = frame.x + 12
    if hasMark {
      if isChosen {
        Icon.check.draw(
          on: context, at: Point(x: x + 8, y: frame.midY), size: 16, color: theme.accent, scale: state.scale)
      }
      x += 28
    }
    if let icon {
      icon.draw(on: context, at: Point(x: x + 10, y: frame.midY), size: 20, color: theme.muted, scale: state.scale)
      x += 32
    }
    drawWords(on: context, in: frame.inset(left: x - frame.x, right: 12), color, state)
  }

  private func drawWords(on context: Context, in frame: Rect, _ color: Color, _ state: ElementState) {
    // The label goes first, but a long one leaves a third of the room to the detail.
    let gap = detail.isEmpty ? 0.0 : 12
    let rest = max(frame.width / 3, frame.width - Font.body.width(of: label)) - gap
    let shownDetail = Font.secondary.fitted(detail, width: rest)
    let detailWidth = Font.secondary.width(of: shownDetail)
    let shown = Font.body.fitted(label, width: frame.width - detailWidth - gap)
    let baseline = frame.midY + Font.body.digitHeight / 2
    context.draw(shown, at: Point(x: frame.x, y: baseline), font: .body, color: color)
    context.draw(
      shownDetail, at: Point(x: frame.maxX - detailWidth, y: baseline), font: .secondary,
      color: state.isEnabled ? state.theme.muted : state.theme.disabled)
  }
}
