import CX11
import Glibc
import Graphics
import Toolkit

/// Puts the surface on the screen.
///
/// There is one memory, and with the extension the server reads it some time after the request. That is safe because
/// the loop has the client draw only when `isBusy` is false: one frame is on its way at most, nothing waits, and a slow
/// server gets fewer frames instead of old ones.
@MainActor
final class Presenter {
  private(set) var surface: ImageSurface
  private let window: TopLevelWindow
  private let context: GC
  private var canvas: Canvas
  private var sharesMemory: Bool
  /// What the server has not answered yet, the oldest first.
  private var tickets: [Ticket] = []
  /// The frame that the server gets again, and that is answered, when the window has appeared.
  private var firstFrame: Frame?
  /// Whether the surface shows a frame, rather than what was left over from another size.
  private var isDrawn = false

  /// Something that was put on the screen and was not answered yet.
  private struct Ticket {
    var serial: UInt
    var frame: Frame?
    var since: Duration
  }

  /// An answer that takes longer than this is not waited for: it may have been lost.
  private static let patience = Duration.milliseconds(250)

  /// A surface of `size` for `window`.
  init(size: PixelSize, scale: Double, for window: TopLevelWindow) throws(X11Error) {
    self.window = window
    let wantsSharing = Presenter.maySharesMemory(window.connection)
    let shared = wantsSharing ? Canvas(holding: size, shared: true, on: window) : nil
    sharesMemory = shared != nil
    guard let canvas = shared ?? Canvas(holding: size, shared: false, on: window),
      let surface = try? canvas.makeSurface(size, scale: scale, isOpaque: window.format.isOpaque),
      let context = XCreateGC(window.display, window.id, 0, nil)
    else { throw .unusable(reason: "there is no memory for \(size.width)×\(size.height) pixels") }
    self.canvas = canvas
    self.surface = surface
    self.context = context
    // Copying onto a covered window raises events that nobody needs.
    XSetGraphicsExposures(window.display, context, False)
  }

  isolated deinit {
    if !window.connection.isLost { XFreeGC(window.display, context) }
  }

  private static func maySharesMemory(_ connection: Connection) -> Bool {
    getenv("INKLING_NO_SHM").map { String(cString: $0) } != "1" && connection.isLocal
      && XShmQueryExtension(connection.display) != 0
  }

  /// The kind of event that answers a frame in shared memory; all others are answered by a change of a property.
  var completionType: Int32? {
    sharesMemory ? XShmGetEventBase(window.display) + Int32(ShmCompletion) : nil
  }

  /// Makes the surface `size` large; its contents are to be drawn again. False where there is no memory.
  func resize(to size: PixelSize, scale: Double) -> Bool {
    var next = canvas
    if !canvas.suits(size) {
      let shared = sharesMemory ? Canvas(holding: size, shared: true, on: window) : nil
      guard let found = shared ?? Canvas(holding: size, shared: false, on: window) else { return false }
      next = found
    }
    guard let surface = try? next.makeSurface(size, scale: scale, isOpaque: window.format.isOpaque) else {
      return false
    }
    (canvas, self.surface, isDrawn) = (next, surface, false)
    return true
  }

  // MARK: Frames

  /// Puts what changed on the screen, and shows the window with the first frame.
  func present(_ frame: Frame, at now: Duration) {
    isDrawn = true
    guard window.isMapped else {
      window.map()
      put(frame.damage, for: nil, at: now)
      firstFrame = frame
      return
    }
    // Before the window has appeared nothing reaches the screen: the newest frame waits for that.
    if firstFrame != nil { firstFrame = frame }
    put(frame.damage, for: firstFrame == nil ? frame : nil, at: now)
  }

  /// Puts a part on the screen that the screen has lost.
  func repair(_ rect: PixelRect, at now: Duration) {
    guard isDrawn else { return }
    let frame = firstFrame
    firstFrame = nil
    put(frame == nil ? [rect] : [wholeSurface], for: frame, at: now)
  }

  private var wholeSurface: PixelRect { PixelRect(x: 0, y: 0, width: surface.width, height: surface.height) }

  private func put(_ damage: [PixelRect], for frame: Frame?, at now: Duration) {
    let rects = damage.map { $0.intersection(wholeSurface) }.filter { !$0.isEmpty }
    guard let last = rects.last else {
      if let frame { tickets.append(Ticket(serial: window.requestRoundTrip(), frame: frame, since: now)) }
      return
    }
    for rect in rects.dropLast() { canvas.put(rect, on: window.id, with: context, answers: false) }
    var serial = XNextRequest(window.display)
    canvas.put(last, on: window.id, with: context, answers: true)
    if !canvas.isShared { serial = window.requestRoundTrip() }
    tickets.append(Ticket(serial: serial, frame: frame, since: now))
  }

  // MARK: Answers

  /// Whether the server may still be reading the surface.
  func isBusy(at now: Duration) -> Bool { busyUntil.map { $0 > now } ?? false }

  /// When the surface may be drawn on even without an answer; nil when nothing is on its way.
  var busyUntil: Duration? { tickets.last.map { $0.since + Presenter.patience } }

  /// Takes the server's answer to a request and returns the frames that are on the screen now.
  func answered(_ serial: UInt) -> [Frame] {
    let count = tickets.prefix { Int(bitPattern: serial &- $0.serial) >= 0 }.count
    defer { tickets.removeFirst(count) }
    return tickets.prefix(count).compactMap(\.frame)
  }
}
