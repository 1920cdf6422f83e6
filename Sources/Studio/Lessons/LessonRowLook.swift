import Graphics
import Toolkit

/// A lesson in the list: its title, a sentence about it, how many steps and minutes it has.
struct LessonRowLook: Look {
  var title: String
  var about: String
  /// Such as "9 steps" and "15 minutes".
  var facts: [String]
  /// What is wrong with it, and whether it can still be given.
  var trouble: String?
  var isUsable = true
  var isChosen = false
  var hasLine = true

  var text: String { ([title, about] + facts + [trouble].compactMap(\.self)).joined(separator: " | ") }

  /// The width of the facts.
  private static let facts = 104.0

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    if state.isPressed || state.isHovered {
      context.fill(Path(frame, radius: 6), with: state.isPressed ? theme.controlPressed : theme.controlHover)
    } else if isChosen {
      context.fill(Path(frame, radius: 6), with: theme.quietAccent)
    }
    let icon = isUsable ? Icon.lesson : .warning
    icon.draw(
      on: context, at: Point(x: frame.x + 28, y: frame.midY), size: 22, color: isUsable ? theme.muted : theme.bad,
      scale: state.scale)
    let words = frame.inset(left: 56, right: LessonRowLook.facts + 28)
    drawWords(on: context, in: words, theme)
    drawFacts(on: context, in: frame.inset(left: frame.width - LessonRowLook.facts - 16, right: 16), theme)
    guard hasLine else { return }
    let line = state.hairline
    context.fill(
      Rect(x: frame.x, y: state.snapped(frame.maxY - line), width: frame.width, height: line), with: theme.line)
  }

  private func drawWords(on context: Context, in frame: Rect, _ theme: Theme) {
    let font = Font(size: 16, weight: .bold)
    let color = isUsable ? theme.text : theme.muted
    let lines = Font.secondary.lines(of: trouble ?? about, width: frame.width, most: 2)
    let y = frame.midY - (lines.count > 1 ? 8 : 0)
    context.draw(font.fitted(title, width: frame.width), at: Point(x: frame.x, y: y - 6), font: font, color: color)
    let tone = trouble == nil ? theme.muted : isUsable ? theme.warn : theme.bad
    for (index, line) in lines.enumerated() {
      context.draw(line, at: Point(x: frame.x, y: y + 16 + Double(index) * 17), font: .secondary, color: tone)
    }
  }

  private func drawFacts(on context: Context, in frame: Rect, _ theme: Theme) {
    for (index, fact) in facts.prefix(2).enumerated() {
      let shown = Font.secondary.fitted(fact, width: frame.width)
      let y = frame.midY + (index == 0 ? -6 : 16)
      context.draw(
        shown, at: Point(x: frame.maxX - Font.secondary.width(of: shown), y: y), font: .secondary, color: theme.muted)
    }
  }
}
