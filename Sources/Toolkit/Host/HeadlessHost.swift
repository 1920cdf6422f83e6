public import Graphics

/// A window that nobody sees, with a clock that goes on only when told to: for tests and pictures of screens.
@MainActor
public final class HeadlessHost: Host {
  public private(set) var surface: ImageSurface
  public private(set) var settings: HostSettings
  public private(set) var now = Duration.zero
  public let mailbox = Mailbox()
  /// What was put on the screen, from the first to the last.
  public private(set) var frames: [Frame] = []
  public private(set) var title = ""
  public private(set) var isDark = false
  public private(set) var cursor = Cursor.arrow
  public private(set) var isFullscreen = false
  public private(set) var minimumSize = PixelSize(width: 1, height: 1)
  /// What the program put on the clipboard.
  public private(set) var clipboard: ClipboardOffer?
  public private(set) var asksForAttention = false
  public private(set) var isClosed = false
  /// What a request to paste is answered with.
  public var pasteContents = Delivery.Contents.nothing(reason: "the clipboard is empty")
  private var client: (any HostClient)?
  private var unreported: [Frame] = []

  /// A window of `size` pixels.
  public init(size: PixelSize, settings: HostSettings = HostSettings()) throws {
    self.settings = settings
    surface = try ImageSurface(width: size.width, height: size.height, scale: settings.scale, isOpaque: true)
  }

  /// Runs `client` from now on, as far as `send` and `advance` let it.
  public func connect(_ client: any HostClient) {
    self.client = client
    client.handle(.settings(settings))
    client.handle(.resized(PixelSize(width: surface.width, height: surface.height)))
    advance(by: .milliseconds(10))
  }

  /// Sends events as one burst and lets the client answer.
  public func send(_ events: InputEvent...) { send(events) }

  /// Sends events as one burst and lets the client answer.
  public func send(_ events: [InputEvent]) {
    for event in events { client?.handle(event) }
    client?.eventsAreHandled()
    advance(by: .milliseconds(10))
  }

  /// Lets time pass: deadlines come, letters are opened, frames are reported.
  ///
  /// A client whose deadline never moves on keeps a real host busy; here it is woken a number of times.
  public func advance(by time: Duration) {
    let end = now + max(.zero, time)
    var turns = 0
    while turns < HeadlessHost.mostTurns {
      turns += 1
      let hasLetters = mailbox.open()
      if hasLetters { client?.eventsAreHandled() }
      report()
      guard let deadline = client?.nextDeadline, deadline <= end else {
        // A letter may have been answered with another one.
        guard hasLetters else { break }
        continue
      }
      if deadline > now { (now, turns) = (deadline, 0) }
      client?.wake()
    }
    now = end
    report()
  }

  /// More turns without time going on do not come to an end.
  private static let mostTurns = 1000

  private func report() {
    let frames = unreported
    unreported = []
    // There is no screen, so there is no time until something is on it.
    for frame in frames {
      client?.presented(FrameReport(frame: frame.number, sinceEvent: nil))
    }
  }

  /// Makes the window larger or smaller, as a user would.
  public func resize(to size: PixelSize) throws {
    surface = try makeSurface(size)
    send(.resized(size))
  }

  private func makeSurface(_ size: PixelSize) throws -> ImageSurface {
    try ImageSurface(width: size.width, height: size.height, scale: settings.scale, isOpaque: true)
  }

  /// Changes what the desktop asks for.
  public func change(_ settings: HostSettings) throws {
    let (before, size) = (self.settings, PixelSize(width: surface.width, height: surface.height))
    self.settings = settings
    do { surface = try makeSurface(size) } catch {
      self.settings = before
      throw error
    }
    send(.settings(settings), .resized(PixelSize(width: surface.width, height: surface.height)))
  }

  public func present(_ frame: Frame) {
    frames.append(frame)
    unreported.append(frame)
  }

  public func setTitle(_ title: String) { self.title = title }
  public func setDark(_ isDark: Bool) { self.isDark = isDark }
  public func setCursor(_ cursor: Cursor) { self.cursor = cursor }
  public func setFullscreen(_ isFullscreen: Bool) { self.isFullscreen = isFullscreen }
  public func setMinimumSize(_ size: PixelSize) { minimumSize = size }
  public func requestAttention() { asksForAttention = true }
  public func close() { isClosed = true }

  // What others answer comes later, as it does from a display.

  public func setSize(_ size: PixelSize) { mailbox.post { [weak self] in self?.take(size) } }

  private func take(_ size: PixelSize) {
    guard let surface = try? makeSurface(size) else { return }
    self.surface = surface
    client?.handle(.resized(size))
  }

  public func requestPaste() {
    let delivery = Delivery(.paste, pasteContents)
    mailbox.post { [weak self] in self?.client?.handle(.delivery(delivery)) }
  }

  public func offer(_ offer: ClipboardOffer) { clipboard = offer }
}
