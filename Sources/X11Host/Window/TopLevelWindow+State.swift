import CX11
import Graphics

// What the window manager does with the window when it is asked; without one the window does it itself.
extension TopLevelWindow {
  /// Fills the screen, or no longer.
  func setFullscreen(_ isFullscreen: Bool) {
    guard isFullscreen != self.isFullscreen else { return }
    self.isFullscreen = isFullscreen
    if !isMapped {
      setNumbers(isFullscreen ? [atoms[.fullscreen]] : [], of: .state, type: XA_ATOM)
    } else if hasManager {
      ask(for: .fullscreen, isFullscreen)
    } else {
      fillScreen(isFullscreen)
    }
  }

  /// Asks for the user's attention, or no longer.
  func setDemandsAttention(_ demands: Bool) {
    setHints(isUrgent: demands)
    if isMapped { ask(for: .demandsAttention, demands) }
  }

  /// Does what was asked for before the window was shown and nobody was there to do it.
  func fillScreenUnlessManaged() {
    if isFullscreen, !hasManager { fillScreen(true) }
  }

  private func ask(for state: AtomName, _ isSet: Bool) {
    var event = XEvent()
    event.xclient.type = ClientMessage
    event.xclient.window = id
    event.xclient.message_type = atoms[.state]
    event.xclient.format = 32
    event.xclient.data.l.0 = isSet ? 1 : 0
    event.xclient.data.l.1 = Int(bitPattern: atoms[state])
    // An ordinary program asks, not a pager.
    event.xclient.data.l.3 = 1
    XSendEvent(
      display, connection.root, False, SubstructureNotifyMask | SubstructureRedirectMask, &event)
  }

  /// A window manager names a window of its own, and that window names itself.
  private var hasManager: Bool {
    let check = atoms[.supportingManager]
    guard let window = connection.numbers(of: check, on: connection.root)?.first else { return false }
    return connection.numbers(of: check, on: window)?.first == window
  }

  private func fillScreen(_ fills: Bool) {
    if fills {
      var attributes = XWindowAttributes()
      guard XGetWindowAttributes(display, id, &attributes) != 0 else { return }
      frameBefore = PixelRect(
        x: Int(attributes.x), y: Int(attributes.y), width: Int(attributes.width), height: Int(attributes.height))
      let screen = connection.screenSize
      move(to: PixelRect(x: 0, y: 0, width: screen.width, height: screen.height))
    } else if let frameBefore {
      move(to: frameBefore)
    }
  }

  private func move(to frame: PixelRect) {
    XMoveResizeWindow(display, id, Int32(frame.x), Int32(frame.y), UInt32(frame.width), UInt32(frame.height))
  }
}
