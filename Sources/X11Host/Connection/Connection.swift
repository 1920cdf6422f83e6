import CX11
import Glibc

/// A connection to an X server, closed when nobody holds it any more.
///
/// Not `Sendable`: it stays with the main thread.
final class Connection {
  let display: OpaquePointer
  let screen: Int32
  let root: Window
  let atoms: Atoms

  /// Connects to the server that DISPLAY names.
  init() throws(X11Error) {
    let name = getenv("DISPLAY").map { String(cString: $0) } ?? ""
    guard !name.isEmpty else { throw .noDisplay(nil) }
    ErrorLog.install()
    guard let display = XOpenDisplay(nil) else { throw .noDisplay(name) }
    ErrorLog.forget(display)
    ErrorLog.survivesLoss(of: display)
    self.display = display
    screen = XDefaultScreen(display)
    root = XRootWindow(display, screen)
    atoms = Atoms(on: display, screen: screen)
  }

  deinit {
    // Closing writes and waits; with the server gone only the file is left to be closed.
    if isLost { close(descriptor) } else { XCloseDisplay(display) }
  }

  /// What becomes readable when something comes from the server.
  var descriptor: Int32 { XConnectionNumber(display) }
  /// Whether the server is gone.
  var isLost: Bool { ErrorLog.isLost(display) }
  /// The screen's size in pixels.
  var screenSize: (width: Int, height: Int) {
    (Int(XDisplayWidth(display, screen)), Int(XDisplayHeight(display, screen)))
  }
  /// Whether the server runs on this machine and is reached without a network or a tunnel.
  var isLocal: Bool {
    var domain: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    return getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &domain, &size) == 0 && domain == AF_UNIX
  }

  /// Takes the next event, if there is one; what was written goes out before the server is asked.
  func nextEvent() -> XEvent? {
    guard !isLost, XPending(display) > 0, !isLost else { return nil }
    var event = XEvent()
    XNextEvent(display, &event)
    return isLost ? nil : event
  }

  /// Sends everything and says whether events already wait in memory, where `poll` cannot see them.
  func flush() -> Bool {
    XFlush(display)
    return XEventsQueued(display, Int32(QueuedAlready)) > 0
  }

  /// Runs requests that may be refused and says whether all were accepted; waits for the answer.
  func accepts(_ requests: () -> Void) -> Bool {
    XSync(display, False)
    let before = ErrorLog.count
    requests()
    XSync(display, False)
    return ErrorLog.count == before && !isLost
  }
}
