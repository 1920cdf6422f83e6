import Graphics
import Toolkit

/// How much of something is done.
struct ProgressLook: Look {
  /// 0…1.
  var share: Double
  /// Whether it has stopped before its end.
  var isStopped = false

  var text: String { "\(Int((share * 100).rounded(.down))) %" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let track = Rect(x: frame.x, y: state.snapped(frame.midY - 4), width: frame.width, height: 8)
    context.fill(Path(track, radius: 4), with: state.theme.track)
    guard share > 0 else { return }
    let bar = Rect(x: track.x, y: track.y, width: max(8, track.width * min(1, share)), height: track.height)
    context.fill(Path(bar, radius: 4), with: isStopped ? state.theme.bar : state.theme.accent)
  }
}
