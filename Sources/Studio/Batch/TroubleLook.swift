import Graphics
import Toolkit

/// A row that cannot be read: where it is, and below it why.
struct TroubleLook: Look {
  var title: String
  var reason: String
  var hasLine: Bool

  var text: String { "\(title): \(reason)" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    Icon.warning.draw(
      on: context, at: Point(x: frame.x + 9, y: frame.y + 14), size: 18, color: theme.bad, scale: state.scale)
    let width = frame.width - 28
    context.draw(
      Font.bodyBold.fitted(title, width: width), at: Point(x: frame.x + 28, y: frame.y + 18), font: .bodyBold,
      color: theme.text)
    context.draw(
      Font.secondary.fitted(reason, width: width), at: Point(x: frame.x + 28, y: frame.y + 36), font: .secondary,
      color: theme.muted)
    guard hasLine else { return }
    let line = Rect(x: frame.x, y: frame.maxY - state.hairline, width: frame.width, height: state.hairline)
    context.fill(line, with: theme.line)
  }
}
