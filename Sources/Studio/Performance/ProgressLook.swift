import Graphics
import Toolkit

/// A bar that fills, with words above it.
struct ProgressLook: Look {
  /// How much is done, 0…1.
  var share: Double
  var text: String

  private static let thickness = 4.0

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let words = Font.secondary.fitted(text, width: frame.width)
    context.draw(
      words, at: Point(x: frame.x, y: frame.y + 6 + Font.secondary.digitHeight), font: .secondary, color: theme.muted)
    let bar = state.snapped(
      Rect(x: frame.x, y: frame.maxY - ProgressLook.thickness - 4, width: frame.width, height: ProgressLook.thickness))
    context.fill(Path(bar, radius: 2), with: theme.track)
    let done = bar.width * min(1, max(0, share))
    guard done > 0 else { return }
    context.fill(Path(Rect(x: bar.x, y: bar.y, width: max(4, done), height: bar.height), radius: 2), with: theme.accent)
  }
}
