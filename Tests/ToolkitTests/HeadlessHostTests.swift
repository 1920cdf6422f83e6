import Graphics
import Testing
import Toolkit

@Suite @MainActor struct HeadlessHostTests {
  /// Wants to be woken at given times.
  private final class Sleeper: HostClient {
    let host: HeadlessHost
    var deadlines: [Duration] = []
    var isStuck = false
    var wakes: [Duration] = []
    var handled: [InputEvent] = []
    var bursts = 0
    var onReport: () -> Void = {}

    init(_ host: HeadlessHost) { self.host = host }

    var nextDeadline: Duration? { isStuck ? .zero : deadlines.first }

    func handle(_ event: InputEvent) { handled.append(event) }
    func eventsAreHandled() { bursts += 1 }
    func presented(_ report: FrameReport) { onReport() }
    func hostIsGone() {}

    func wake() {
      wakes.append(host.now)
      if !deadlines.isEmpty { deadlines.removeFirst() }
    }
  }

  private func pair() throws -> (HeadlessHost, Sleeper) {
    let host = try HeadlessHost(size: PixelSize(width: 20, height: 10))
    let client = Sleeper(host)
    host.connect(client)
    return (host, client)
  }

  @Test func theClockGoesOnOnlyWhenToldTo() throws {
    let (host, client) = try pair()
    let start = host.now
    client.deadlines = [start - .seconds(1), start + .milliseconds(3), start + .milliseconds(3), start + .seconds(9)]
    host.advance(by: .milliseconds(5))
    #expect(client.wakes == [start, start + .milliseconds(3), start + .milliseconds(3)])
    #expect(host.now == start + .milliseconds(5))
    host.advance(by: .seconds(-5))
    #expect(host.now == start + .milliseconds(5), "it never goes back")
  }

  @Test func aDeadlineThatStaysInThePastDoesNotHang() throws {
    let (host, client) = try pair()
    client.isStuck = true
    host.advance(by: .seconds(1))
    #expect(client.wakes.count > 1)
    #expect(host.now >= .seconds(1))
  }

  @Test func aClientThatAlwaysDrawsDoesNotHang() throws {
    let (host, client) = try pair()
    client.onReport = { host.present(Frame(number: 0, damage: [])) }
    host.present(Frame(number: 0, damage: []))
    host.advance(by: .milliseconds(10))
    host.advance(by: .milliseconds(10))
    #expect(host.frames.count < 10)
  }

  @Test func aLetterThatAlwaysPostsAnotherDoesNotHang() throws {
    let (host, _) = try pair()
    @MainActor func post() { host.mailbox.post { post() } }
    post()
    host.advance(by: .milliseconds(10))
    #expect(host.now > .zero)
  }

  @Test func lettersAreAnswered() throws {
    let (host, client) = try pair()
    var opened = 0
    host.mailbox.post { host.mailbox.post { opened += 1 } }
    host.advance(by: .zero)
    #expect(opened == 1)
    #expect(client.bursts == 2)
  }

  @Test func answersOfOthersComeLater() throws {
    let (host, client) = try pair()
    client.handled = []
    host.pasteContents = .text("words")
    host.requestPaste()
    host.setSize(PixelSize(width: 30, height: 15))
    host.setSize(PixelSize(width: 0, height: -1))
    #expect(client.handled == [])
    host.advance(by: .zero)
    #expect(
      client.handled == [.delivery(Delivery(.paste, .text("words"))), .resized(PixelSize(width: 30, height: 15))])
    #expect(host.surface.width == 30 && host.surface.height == 15)
  }

  @Test func sizesAndScalesThatAreNoneChangeNothing() throws {
    let (host, _) = try pair()
    #expect(throws: GraphicsError.self) { try host.resize(to: PixelSize(width: 0, height: 5)) }
    #expect(host.surface.width == 20)
    #expect(throws: GraphicsError.self) { try HeadlessHost(size: PixelSize(width: -1, height: 1)) }
  }
}
