import Glibc
import Graphics
import Testing
import Toolkit
import X11Host

/// A window on the display of whoever runs the tests; skipped where there is none.
@Suite(.serialized, .enabled(if: getenv("DISPLAY") != nil, "DISPLAY is not set"))
@MainActor
struct WindowTests {
  /// Draws one frame for each size and then does what it is told.
  @MainActor
  private final class Client: HostClient {
    let host: X11Host
    var events: [InputEvent] = []
    var reports: [Int] = []
    var then: @MainActor (Client) -> Void = { $0.host.close() }
    private var isDue = false
    private var number = 0
    var nextDeadline: Duration?

    init(_ host: X11Host) { self.host = host }

    func handle(_ event: InputEvent) {
      events.append(event)
      if case .resized = event { isDue = true }
    }

    func eventsAreHandled() {
      guard isDue else { return }
      isDue = false
      number += 1
      let surface = host.surface
      try? surface.draw { $0.paint(Color(0x336699)) }
      host.present(
        Frame(number: number, damage: [PixelRect(x: 0, y: 0, width: surface.width, height: surface.height)]))
    }

    func wake() {
      nextDeadline = nil
      host.close()
    }

    func presented(_ report: FrameReport) {
      reports.append(report.frame)
      then(self)
    }

    func hostIsGone() {}
  }

  /// A server without clients may start anew, and is not there for a moment.
  private static let anchor = try? X11Host(title: "Inkling – anchor", size: Size(width: 10, height: 10))

  init() { #expect(WindowTests.anchor != nil) }

  private func makeHost() throws -> X11Host {
    try X11Host(title: "Inkling – test", size: Size(width: 300, height: 200), scale: 1) { side in
      PixelImage(width: side, height: side, pixels: Array(repeating: 0x8040_2010, count: side * side))
    }
  }

  @Test func theFirstFrameIsReportedAndTheServerHasNoComplaints() throws {
    let complaints = ErrorLog.count
    let client = try Client(makeHost())
    #expect(client.host.run(client) == .closed)
    #expect(client.events.prefix(2) == [.settings(client.host.settings), .resized(PixelSize(width: 300, height: 200))])
    #expect(client.reports.first == 1)
    #expect(ErrorLog.count == complaints)
  }

  @Test func aNewSizeBringsANewSurface() throws {
    let client = try Client(makeHost())
    client.then = { client in
      if client.reports.count == 1 {
        client.host.setSize(PixelSize(width: 700, height: 500))
      } else {
        client.host.close()
      }
    }
    #expect(client.host.run(client) == .closed)
    #expect(client.events.contains(.resized(PixelSize(width: 700, height: 500))))
    #expect((client.host.surface.width, client.host.surface.height) == (700, 500))
  }

  @Test func aFrameThatChangesNothingIsAnsweredToo() throws {
    let client = try Client(makeHost())
    client.then = { client in
      guard client.reports.count == 1 else { return client.host.close() }
      client.host.present(Frame(number: 2, damage: []))
      // Nothing else is asked of the server, so that nothing else can answer.
      client.nextDeadline = client.host.now + .seconds(10)
    }
    #expect(client.host.run(client) == .closed)
    #expect(client.reports == [1, 2])
  }

  @Test func lettersAndDeadlinesWakeTheLoop() throws {
    let client = try Client(makeHost())
    client.then = { client in
      client.host.mailbox.post { client.nextDeadline = client.host.now + .milliseconds(5) }
    }
    #expect(client.host.run(client) == .closed)
    #expect(client.nextDeadline == nil)
  }
}
