import CX11
import Glibc
public import Graphics
public import Toolkit

/// A window on an X11 desktop.
///
/// It is shown with the first frame. Everything happens on the main thread, in `run`.
@MainActor
public final class X11Host: Host {
  /// Why `run` returned.
  public enum End: Equatable, Sendable {
    /// The client closed the window.
    case closed
    /// The server went away, or took the window.
    case displayGone(reason: String)
    /// A signal asked the program to end.
    case signalled(Int32)
  }

  let connection: Connection
  let window: TopLevelWindow
  let presenter: Presenter
  let pointer: PointerInput
  let keyboard: Keyboard
  let desktop: DesktopSettings
  var handshake: ResizeHandshake
  var clock = ServerClock()
  /// Clipboard, drag and drop; there for as long as the host is.
  private(set) var exchange: Exchange?
  public let mailbox = Mailbox()
  public internal(set) var settings: HostSettings
  /// Whom the loop runs.
  weak var client: (any HostClient)?
  var end: End?
  /// Whether the client heard of something since it was last told that all was handled.
  var owesAnswer = false
  /// The size that the window has, where the surface does not have it yet.
  var pendingSize: PixelSize?
  private(set) var hasFocus = false
  private var isUrgent = false

  /// A window that holds `size` units at the desktop's scale, or at `scale`; `icon` makes a picture of a given side.
  public init(
    title: String, size: Size, scale: Double? = nil, icon: (Int) -> PixelImage? = { _ in nil }
  ) throws(X11Error) {
    SignalWatch.hold()
    connection = try Connection()
    desktop = DesktopSettings(on: connection, scale: scale)
    settings = desktop.current
    let pixels = X11Host.pixels(of: size, scale: settings.scale, on: connection)
    window = try TopLevelWindow(size: pixels, on: connection)
    presenter = try Presenter(size: pixels, scale: settings.scale, for: window)
    pointer = PointerInput(for: window)
    keyboard = Keyboard(for: window)
    handshake = ResizeHandshake(on: connection)
    window.listen(to: keyboard.events)
    window.introduce(counter: handshake.counter, name: "inkling", className: "Inkling")
    window.setTitle(title)
    window.setMinimumSize(window.minimumSize)
    window.setIcon(WindowIcon.sides.compactMap(icon))
    calibrate()
    exchange = Exchange(
      display: connection.display, window: window.id, now: { MonotonicClock.now },
      deliver: { [weak self] in self?.send($0) })
  }

  /// Blocks the signals that end a program, in this thread and those it starts: to be called before there are others.
  public static func holdSignals() { SignalWatch.hold() }

  private static func pixels(of size: Size, scale: Double, on connection: Connection) -> PixelSize {
    func side(_ units: Double, _ most: Int) -> Int {
      let pixels = (units * scale).rounded()
      return pixels.isFinite ? max(1, min(most, Int(max(1, min(1e5, pixels))))) : most
    }
    let screen = connection.screenSize
    return PixelSize(width: side(size.width, screen.width), height: side(size.height, screen.height))
  }

  /// Asks for one time stamp, so that the clock is known before the first event.
  private func calibrate() {
    window.requestRoundTrip()
    var event = XEvent()
    XSync(connection.display, False)
    guard XCheckTypedWindowEvent(connection.display, window.id, PropertyNotify, &event) != 0 else { return }
    observe(event.xproperty.time, sent: event.xany.send_event)
  }

  // MARK: Host

  public var surface: ImageSurface { presenter.surface }
  public var now: Duration { MonotonicClock.now }

  public func present(_ frame: Frame) {
    guard !connection.isLost else { return }
    presenter.present(frame, at: now)
    handshake.frameIsPresented()
  }

  public func setTitle(_ title: String) { window.setTitle(title) }
  public func setDark(_ isDark: Bool) { window.setDark(isDark) }
  public func setCursor(_ cursor: Toolkit.Cursor) { window.setCursor(cursor) }
  public func setFullscreen(_ isFullscreen: Bool) { window.setFullscreen(isFullscreen) }
  public func setMinimumSize(_ size: PixelSize) { window.setMinimumSize(size) }
  public func setSize(_ size: PixelSize) { window.resize(to: size) }

  // MARK: Clipboard

  /// The server's newest time stamp, for requests that must say when the user asked.
  var serverTime: Time { Time(clock.newest) }

  public func offer(_ offer: ClipboardOffer) { exchange?.offer(offer, at: serverTime) }

  public func requestPaste() { exchange?.requestPaste(at: serverTime) }

  // MARK: Attention and the end

  public func requestAttention() {
    guard !hasFocus else { return }
    isUrgent = true
    window.setDemandsAttention(true)
  }

  public func close() { end = end ?? .closed }

  /// Tells the client.
  func send(_ event: InputEvent) {
    owesAnswer = true
    client?.handle(event)
  }

  /// The keyboard came or went.
  func focusChanged(_ hasFocus: Bool) {
    guard hasFocus != self.hasFocus else { return }
    self.hasFocus = hasFocus
    keyboard.setFocus(hasFocus)
    if hasFocus, isUrgent {
      isUrgent = false
      window.setDemandsAttention(false)
    }
    send(.focus(hasFocus))
  }

  /// Takes a time stamp of the server; what other programs send may hold anything.
  func observe(_ time: Time, sent: Int32) {
    if sent == 0 { clock.observe(UInt32(truncatingIfNeeded: time), at: now) }
  }
}
