import CX11
import Glibc
import Graphics
import Toolkit

/// The window on the server; gone from the screen when nobody holds it any more.
@MainActor
final class TopLevelWindow {
  let connection: Connection
  let format: PixelFormat
  let id: Window
  /// What the window manager was told last about sizes.
  var minimumSize = PixelSize(width: 1, height: 1)
  /// Whether the server was asked to show the window.
  private(set) var isMapped = false
  /// Whether the window is to fill the screen, and where it was before.
  var isFullscreen = false
  var frameBefore: PixelRect?
  private var heard = TopLevelWindow.events
  /// The shapes of the pointer that were made so far.
  var cursors: [Toolkit.Cursor: CX11.Cursor] = [:]

  var display: OpaquePointer { connection.display }
  var atoms: Atoms { connection.atoms }

  /// A window of `size` pixels that is not shown yet.
  init(size: PixelSize, on connection: Connection) throws(X11Error) {
    self.connection = connection
    format = try PixelFormat.find(on: connection)
    id = TopLevelWindow.create(size: size, format: format, on: connection)
  }

  isolated deinit {
    guard !connection.isLost else { return }
    for cursor in cursors.values { XFreeCursor(display, cursor) }
    XDestroyWindow(display, id)
  }

  private static func create(size: PixelSize, format: PixelFormat, on connection: Connection) -> Window {
    var attributes = XSetWindowAttributes()
    // No background and what is there stays at its corner: nothing flashes while the size changes.
    attributes.background_pixmap = 0
    attributes.bit_gravity = NorthWestGravity
    attributes.border_pixel = 0
    attributes.event_mask = events
    attributes.colormap =
      format.isDefault
      ? XDefaultColormap(connection.display, connection.screen)
      : XCreateColormap(connection.display, connection.root, format.visual, AllocNone)
    return XCreateWindow(
      connection.display, connection.root, 0, 0, UInt32(size.width), UInt32(size.height), 0, format.depth,
      UInt32(InputOutput), format.visual,
      UInt(CWBackPixmap | CWBitGravity | CWBorderPixel | CWEventMask | CWColormap), &attributes)
  }

  /// What the window hears of whatever devices there are.
  private static let events =
    KeyPressMask | KeyReleaseMask | FocusChangeMask | ExposureMask | StructureNotifyMask | PropertyChangeMask
  /// What it hears besides where the input extension is missing.
  static let pointerEvents =
    ButtonPressMask | ButtonReleaseMask | PointerMotionMask | EnterWindowMask | LeaveWindowMask

  /// Hears `mask` besides what it hears already.
  func listen(to mask: Int) {
    heard |= mask
    XSelectInput(display, id, heard)
  }

  /// Shows the window for the first time.
  func map() {
    guard !isMapped else { return }
    isMapped = true
    XMapWindow(display, id)
    fillScreenUnlessManaged()
  }

  /// Makes the window larger or smaller, where nobody says otherwise.
  func resize(to size: PixelSize) {
    let sides = 1...ImageSurface.maximumSide
    guard sides.contains(size.width), sides.contains(size.height) else { return }
    XResizeWindow(display, id, UInt32(size.width), UInt32(size.height))
  }

  /// Asks for a property change, which comes back as an event when everything before it was done; returns its number.
  @discardableResult
  func requestRoundTrip() -> UInt {
    let serial = XNextRequest(display)
    XChangeProperty(display, id, atoms[.roundTrip], XA_INTEGER, 32, PropModeAppend, nil, 0)
    return serial
  }
}
