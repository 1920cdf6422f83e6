import DigitData
import Graphics
import Toolkit

extension Studio {
  /// Whether there are drawings to draw.
  var isReplaying: Bool { replay != nil }

  /// Has the drawings of a file drawn as by hand.
  func startReplay(_ path: String) {
    do {
      let canvas = canvasFrame
      let pixels = Rect(
        x: canvas.x * state.scale, y: canvas.y * state.scale, width: canvas.width * state.scale,
        height: canvas.height * state.scale)
      let contents = try DrawingFile.read(path: path)
      replay = Replay(contents.drawings, in: pixels, startingAt: host.now + .milliseconds(50))
      tell(contents.troubles)
    } catch {
      note(.data, "\(error)")
      perform(.notice(Notice(.bad, "\(error)")))
    }
  }

  /// Does the steps whose time has come.
  func playReplay(at now: Duration) {
    guard replay != nil else { return }
    var hasDrawn = false
    while let step = replay?.pop(at: now) {
      hasDrawn = true
      switch step {
      case .event(let event): handle(.pointer(event))
      case .clear: perform(.control(.clear))
      }
    }
    if hasDrawn { eventsAreHandled() }
    if replay?.deadline == nil { replay = nil }
  }
}
