import Graphics
import Toolkit

/// A bar that fills, with words above it if there are any.
struct ProgressLook: Look {
  /// How much is done, 0…1.
  var share: Double
  var words = ""
  /// Whether it has stopped before its end.
  var isStopped = false

  var text: String { words.isEmpty ? "\(Int((share * 100).rounded(.down))) %" : words }

  private static let thickness = 6.0

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    if !words.isEmpty {
      context.draw(
        Font.secondary.fitted(words, width: frame.width),
        at: Point(x: frame.x, y: frame.y + 6 + Font.secondary.digitHeight), font: .secondary, color: theme.muted)
    }
    let thickness = ProgressLook.thickness
    let top = words.isEmpty ? frame.midY - thickness / 2 : frame.maxY - thickness - 3
    let bar = state.snapped(Rect(x: frame.x, y: top, width: frame.width, height: thickness))
    context.fill(Path(bar, radius: 3), with: theme.track)
    let done = bar.width * min(1, max(0, share))
    guard done > 0 else { return }
    let filled = Rect(x: bar.x, y: bar.y, width: max(thickness, done), height: bar.height)
    context.fill(Path(filled, radius: 3), with: isStopped ? theme.bar : theme.accent)
  }
}
