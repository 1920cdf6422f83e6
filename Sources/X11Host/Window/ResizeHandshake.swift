import CX11

/// Tells the window manager when the frame for a new size is on its way, so that it waits with the next size.
@MainActor
struct ResizeHandshake {
  /// What the manager watches; nil where the server lacks the extension.
  let counter: XID?
  private let connection: Connection
  /// What the counter is to be set to: asked for, and then bound to a size that has come.
  private var asked: XSyncValue?
  private var due: XSyncValue?

  /// A counter on the server.
  init(on connection: Connection) {
    self.connection = connection
    var (firstEvent, firstError): (Int32, Int32) = (0, 0)
    var (major, minor): (Int32, Int32) = (0, 0)
    guard XSyncQueryExtension(connection.display, &firstEvent, &firstError) != 0,
      XSyncInitialize(connection.display, &major, &minor) != 0
    else {
      counter = nil
      return
    }
    counter = XSyncCreateCounter(connection.display, XSyncValue(hi: 0, lo: 0))
  }

  /// The manager will wait for `value` after the size that comes next.
  mutating func isAsked(low: Int, high: Int) {
    asked = XSyncValue(hi: Int32(truncatingIfNeeded: high), lo: UInt32(truncatingIfNeeded: low))
  }

  /// The size has come; a window that stays as it is draws nothing and answers at once.
  mutating func sizeHasCome(isNew: Bool) {
    if let asked { due = asked }
    asked = nil
    if !isNew { frameIsPresented() }
  }

  /// The frame for the newest size was sent.
  mutating func frameIsPresented() {
    guard let counter, let value = due else { return }
    due = nil
    XSyncSetCounter(connection.display, counter, value)
  }
}
