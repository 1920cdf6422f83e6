import Graphics
import Testing
import Toolkit

@Suite @MainActor struct TooltipTests {
  private let a = Element.button("a", 100, 100, hint: "Undo")
  private let b = Element.button("b", 140, 100, hint: "Redo")
  private let c = Element.button("c", 200, 100, isEnabled: false, hint: "Nothing to undo yet")
  private let plain = Element.button("plain", 300, 100)

  /// Where the tooltip is: nothing else has its colour.
  private func place(in window: TestWindow) throws -> PixelRect? { try window.bounds(of: window.theme.text) }

  private func shown() throws -> TestWindow {
    let window = try TestWindow([a, b, c, plain])
    window.point(.moved(110, 105))
    window.host.advance(by: .milliseconds(600))
    return window
  }

  @Test func comesAfterAMoment() throws {
    let window = try TestWindow([a, b, c, plain])
    window.point(.moved(110, 110))
    window.host.advance(by: .milliseconds(500))
    window.point(.moved(111, 110))
    #expect(try place(in: window) == nil)
    window.host.advance(by: .milliseconds(100))
    let rect = try #require(try place(in: window))
    #expect(rect.y == 126 && rect.height == 28)
    #expect(window.stage.nextDeadline == nil)
    window.point(.moved(112, 110))
    #expect(try place(in: window) != nil, "it stays while the pointer does")
  }

  @Test func comesAtOnceWhenMovingOn() throws {
    let window = try shown()
    window.point(.moved(150, 110))
    #expect(try place(in: window) != nil)
    window.point(.moved(190, 110), .moved(210, 110))
    #expect(try place(in: window) != nil, "a gap does not matter, nor that the button is disabled")
    window.point(.moved(190, 110))
    #expect(try place(in: window) == nil)
    window.host.advance(by: .seconds(1))
    window.point(.moved(110, 110))
    #expect(try place(in: window) == nil, "it is cold again")
    #expect(try window.stalePixels() == 0)
  }

  @Test func disabledButtonsSayWhy() throws {
    let window = try TestWindow([a, b, c, plain])
    window.point(.moved(210, 110))
    window.host.advance(by: .seconds(1))
    #expect(try place(in: window) != nil)
  }

  @Test(arguments: [
    InputEvent.key(KeyEvent(.character("x"))), .pointer(.down(110, 110)), .focus(false),
    .scroll(ScrollEvent(at: Point(x: 110, y: 110), notches: Point(x: 0, y: 1))), .pointer(.moved(310, 110)),
    .pointer(PointerEvent(.left, at: Point(x: 0, y: 0))), .resized(PixelSize(width: 400, height: 300)),
  ])
  func goesAwayWithoutATrace(_ event: InputEvent) throws {
    let window = try shown()
    #expect(try place(in: window) != nil)
    window.send(event)
    #expect(try place(in: window) == nil)
    #expect(try window.stalePixels() == 0)
    window.host.advance(by: .seconds(2))
    #expect(try place(in: window) == nil)
  }

  @Test func aKeyKeepsItAwayUntilThePointerHasLeft() throws {
    let window = try shown()
    window.type(.character("x"))
    window.point(.moved(112, 110))
    window.host.advance(by: .seconds(1))
    #expect(try place(in: window) == nil)
    window.point(.moved(310, 110), .moved(112, 110))
    window.host.advance(by: .seconds(1))
    #expect(try place(in: window) != nil)
  }

  @Test func followsTheSceneUnderIt() throws {
    let window = try shown()
    let before = try #require(try place(in: window))
    window.show([.button("a", 100, 90, hint: "Nothing to undo yet")])
    let after = try #require(try place(in: window))
    #expect(after.y == before.y - 10 && after.width > before.width)
    #expect(try window.stalePixels() == 0)
    window.show([.button("a", 300, 200, hint: "Undo")])
    #expect(try place(in: window) == nil)
    window.show([a])
    window.host.advance(by: .seconds(1))
    #expect(try place(in: window) == nil, "nothing appears before the pointer moves")
    #expect(try window.stalePixels() == 0)
  }

  @Test func wordsExpectedForOneElementDoNotAppearForAnother() throws {
    let window = try TestWindow([a])
    window.point(.moved(110, 110))
    window.show([.button("other", 100, 100, hint: "Something else")])
    window.host.advance(by: .seconds(1))
    #expect(try place(in: window) == nil)
    #expect(window.stage.nextDeadline == nil)
  }

  @Test(arguments: [(0.0, 0.0), (360, 0), (0, 280), (360, 280), (180, 270)])
  func staysInTheWindow(_ x: Double, _ y: Double) throws {
    let hint = "Which network reads the drawing"
    let window = try TestWindow([.button("a", x, y, hint: hint)])
    window.point(.moved(x + 5, y + 5))
    window.host.advance(by: .seconds(1))
    let rect = try #require(try place(in: window))
    #expect(rect.x >= 4 && rect.x + rect.width <= 396 && rect.y + rect.height <= 300)
    #expect(rect.y >= Int(y) + 20 || rect.y + rect.height <= Int(y), "the button is not covered")
  }

  @Test func endlessWordsAreCutShort() throws {
    let window = try TestWindow([.button("a", 100, 100, hint: String(repeating: "/a long path", count: 10_000))])
    window.point(.moved(110, 110))
    window.host.advance(by: .seconds(1))
    let rect = try #require(try place(in: window))
    #expect(rect.x >= 4 && rect.x + rect.width <= 396 && rect.width > 300)
    #expect(rect.y + rect.height <= 300)
  }

  @Test func longWordsAreBrokenIntoLines() throws {
    let window = try TestWindow([.button("a", 100, 100, hint: String(repeating: "several words ", count: 8))])
    window.point(.moved(110, 110))
    window.host.advance(by: .seconds(1))
    let rect = try #require(try place(in: window))
    #expect(rect.height > 28 && rect.x + rect.width <= 396)
    #expect(try window.stalePixels() == 0)
  }
}
