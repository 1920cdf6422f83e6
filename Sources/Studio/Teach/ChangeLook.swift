import Graphics
import Toolkit

/// A row that says what was before and what is now, and in a word whether that is better.
struct ChangeLook: Look {
  /// How it has changed.
  enum Direction: Equatable {
    case better, worse, same
  }

  var label: String
  var before: String
  var after: String
  var direction: Direction
  /// How much, such as "2 fewer".
  var word: String

  var text: String { "\(label): \(before) → \(after), \(word)" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let top = frame.y + 17
    context.draw(
      Font.secondary.fitted(label, width: frame.width), at: Point(x: frame.x, y: top), font: .secondary,
      color: theme.muted)
    let baseline = frame.y + 38
    let x = frame.x + Font.body.width(of: before + "  ")
    context.draw(before, at: Point(x: frame.x, y: baseline), font: .body, color: theme.text)
    drawArrow(on: context, at: Point(x: x, y: baseline - Font.body.digitHeight / 2), theme.muted)
    context.draw(after, at: Point(x: x + 30, y: baseline), font: .bodyBold, color: theme.text)
    drawWord(on: context, right: frame.maxX, baseline: baseline, state)
    context.fill(
      Rect(
        x: frame.x, y: state.snapped(frame.maxY - state.hairline), width: frame.width, height: state.hairline),
      with: theme.line)
  }

  private func drawArrow(on context: Context, at start: Point, _ color: Color) {
    var path = Path()
    path.move(to: start)
    path.line(to: Point(x: start.x + 18, y: start.y))
    path.move(to: Point(x: start.x + 13, y: start.y - 4))
    path.line(to: Point(x: start.x + 18, y: start.y))
    path.line(to: Point(x: start.x + 13, y: start.y + 4))
    context.stroke(path, with: Graphics.Stroke(color, width: 1.5, isRound: true))
  }

  private func drawWord(on context: Context, right: Double, baseline: Double, _ state: ElementState) {
    let (icon, tone): (Icon?, Tone) =
      switch direction {
      case .better: (.check, .good)
      case .worse: (.warning, .warn)
      case .same: (nil, .muted)
      }
    let width = Font.secondary.width(of: word)
    let color = tone.color(in: state.theme)
    context.draw(word, at: Point(x: right - width, y: baseline), font: .secondary, color: color)
    icon?.draw(
      on: context, at: Point(x: right - width - 13, y: baseline - 5), size: 16, color: color, scale: state.scale)
  }
}
