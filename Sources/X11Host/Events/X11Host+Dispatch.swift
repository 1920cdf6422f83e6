import CX11
import Graphics
import Toolkit

extension X11Host {
  /// Handles one event of the server.
  func dispatch(_ event: XEvent) {
    // These have no window where others have theirs.
    if event.type == GenericEvent { return handleExtended(event.xcookie) }
    var event = event
    if XFilterEvent(&event, 0) != 0 { return }
    if exchange?.handle(&event) == true { return }
    if event.xany.window == window.id {
      handleOwn(event)
    } else {
      handleOther(event)
    }
  }

  private func handleOther(_ event: XEvent) {
    switch event.type {
    case MappingNotify:
      var event = event.xmapping
      XRefreshKeyboardMapping(&event)
    default: if desktop.handle(event) { applySettings() }
    }
  }

  private func handleOwn(_ event: XEvent) {
    switch event.type {
    case MotionNotify, ButtonPress, ButtonRelease, EnterNotify, LeaveNotify: handleCorePointer(event)
    case KeyPress, KeyRelease: handle(event.xkey)
    case FocusIn, FocusOut: handle(event.xfocus)
    case Expose: handle(event.xexpose)
    case ConfigureNotify: handle(event.xconfigure)
    case UnmapNotify: for event in pointer.cancelAll() { send(event) }
    case DestroyNotify: end = .displayGone(reason: "the window was destroyed from outside")
    case PropertyNotify: handle(event.xproperty)
    case ClientMessage: handle(event.xclient)
    case presenter.completionType: answered(event.xany.serial)
    default: break
    }
  }

  private func handleExtended(_ cookie: XGenericEventCookie) {
    var cookie = cookie
    guard XGetEventData(connection.display, &cookie) != 0, let data = cookie.data else { return }
    defer { XFreeEventData(connection.display, &cookie) }
    let event = data.load(as: XIEvent.self)
    observe(event.time, sent: event.send_event)
    if event.evtype == XI_ButtonPress { window.setUserTime(UInt32(truncatingIfNeeded: event.time)) }
    for event in pointer.handle(cookie) { send(event) }
  }

  private func handleCorePointer(_ event: XEvent) {
    switch event.type {
    case MotionNotify: observe(event.xmotion.time, sent: event.xmotion.send_event)
    case ButtonPress, ButtonRelease: observe(event.xbutton.time, sent: event.xbutton.send_event)
    default: break
    }
    if event.type == ButtonPress { window.setUserTime(UInt32(truncatingIfNeeded: event.xbutton.time)) }
    for event in pointer.handle(event) { send(event) }
  }

  private func handle(_ event: XKeyEvent) {
    observe(event.time, sent: event.send_event)
    guard event.type == KeyPress else { return keyboard.release(event) }
    window.setUserTime(UInt32(truncatingIfNeeded: event.time))
    if let key = keyboard.press(event) { send(.key(key)) }
  }

  private func handle(_ event: XFocusChangeEvent) {
    if event.type == FocusOut { keyboard.forgetHeldKeys() }
    // A grab borrows the keyboard, and pointer details speak of windows that follow the pointer.
    guard event.mode == NotifyNormal || event.mode == NotifyWhileGrabbed, event.detail != NotifyPointer else { return }
    focusChanged(event.type == FocusIn)
  }

  private func handle(_ event: XExposeEvent) {
    let rect = PixelRect(x: Int(event.x), y: Int(event.y), width: Int(event.width), height: Int(event.height))
    presenter.repair(rect, at: now)
  }

  private func handle(_ event: XConfigureEvent) {
    pendingSize = PixelSize(width: max(1, Int(event.width)), height: max(1, Int(event.height)))
  }

  /// Gives the surface the window's size.
  func applySize() {
    guard let size = pendingSize else { return }
    pendingSize = nil
    let isNew = size != PixelSize(width: surface.width, height: surface.height)
    handshake.sizeHasCome(isNew: isNew)
    guard isNew, presenter.resize(to: size, scale: settings.scale) else { return }
    send(.resized(size))
  }

  /// Does what the desktop asks for now.
  private func applySettings() {
    guard desktop.current != settings else { return }
    let hasNewScale = desktop.current.scale != settings.scale
    settings = desktop.current
    let size = PixelSize(width: surface.width, height: surface.height)
    if hasNewScale, !presenter.resize(to: size, scale: settings.scale) { return }
    send(.settings(settings))
    if hasNewScale { send(.resized(size)) }
  }

  private func handle(_ event: XPropertyEvent) {
    observe(event.time, sent: event.send_event)
    // Also where memory is shared: what puts nothing on the screen, or goes past that memory, is answered in this way.
    if event.atom == connection.atoms[.roundTrip] { answered(event.serial) }
  }

  private func answered(_ serial: UInt) {
    for frame in presenter.answered(serial) {
      owesAnswer = true
      client?.presented(
        FrameReport(frame: frame.number, sinceEvent: frame.newestEvent.flatMap { clock.duration(since: $0, at: now) }))
    }
  }

  private func handle(_ event: XClientMessageEvent) {
    guard event.message_type == connection.atoms[.protocols], event.format == 32 else { return }
    switch Atom(bitPattern: event.data.l.0) {
    case connection.atoms[.deleteWindow]: send(.closeRequested)
    case connection.atoms[.ping]: answerPing(event)
    case connection.atoms[.syncRequest]: handshake.isAsked(low: event.data.l.2, high: event.data.l.3)
    default: break
    }
  }

  /// Says that the program is alive: the same message goes back to the root window.
  private func answerPing(_ message: XClientMessageEvent) {
    var event = XEvent()
    event.xclient = message
    event.xclient.window = connection.root
    XSendEvent(
      connection.display, connection.root, False, SubstructureNotifyMask | SubstructureRedirectMask, &event)
  }
}
