import DigitData
import Graphics
import Toolkit

extension Studio {
  /// Whether there are drawings to draw, or what they changed is not on the screen yet.
  var isReplaying: Bool { replay != nil || frameDue != nil }

  /// Has the drawings of a file drawn as by hand.
  func startReplay(_ path: String) {
    do {
      let contents = try DrawingFile.read(path: path)
      // A hand needs paper: where the screen has none, it comes back with the ink.
      if !state.hasCanvas { (screenAfterReplay, state.tab) = (state.tab, .draw) }
      let canvas = canvasFrame
      let pixels = Rect(
        x: canvas.x * state.scale, y: canvas.y * state.scale, width: canvas.width * state.scale,
        height: canvas.height * state.scale)
      replay = Replay(contents.drawings, in: pixels, startingAt: host.now + .milliseconds(50))
      tell(contents.troubles)
      changed()
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
    if replay?.deadline == nil { endReplay() }
  }

  private func endReplay() {
    replay = nil
    // The hand goes away, too: it points at nothing.
    handle(.pointer(PointerEvent(.left, at: Point(x: -1, y: -1), tool: .pen, device: Replay.device)))
    guard let screen = screenAfterReplay else { return }
    screenAfterReplay = nil
    if state.tab == .draw { perform(.control(screen.control)) }
  }
}
