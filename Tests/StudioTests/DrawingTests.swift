import Graphics
import Ink
import Recognition
import Studio
import Testing
import Toolkit

/// A hand, a window that nobody sees, and what it shows.
@Suite @MainActor
struct DrawingTests {
  @Test func aSevenIsReadWhileItIsDrawn() throws {
    var pen = try Pen()
    #expect(pen.studio.state.reading.verdict == .blank)
    pen.drawSeven()
    let reading = pen.studio.state.reading
    #expect(reading.verdict == .sure)
    #expect(reading.answer?.digit == 7)
    #expect(pen.studio.state.words.readOut.hasPrefix("Seven, "))
    #expect(pen.studio.state.document.strokeCount == 1)
    #expect(pen.studio.state.document.pointCount == 9)
  }

  @Test func inkIsWhereThePenWas() throws {
    var pen = try Pen()
    let before = try pen.host.surface.pixels()
    pen.drawSeven()
    let after = try pen.host.surface.pixels()
    for (x, y) in [(0.3, 0.25), (0.5, 0.25), (0.55, 0.525), (0.45, 0.8)] {
      let point = pen.place(x, y)
      #expect(after[Int(point.x), Int(point.y)] == Theme.light.ink.pixel, "\(x) \(y)")
    }
    let paper = pen.place(0.2, 0.7)
    #expect(after[Int(paper.x), Int(paper.y)] == before[Int(paper.x), Int(paper.y)])
  }

  @Test func theBarOfTheAnswerIsLong() throws {
    var pen = try Pen()
    pen.drawSeven()
    pen.host.advance(by: .milliseconds(300))
    let pixels = try pen.host.surface.pixels()
    func color(_ digit: Int) throws -> UInt32 {
      let frame = try #require(pen.studio.stage.scene[ControlName(rawValue: "bar.\(digit)")]?.frame)
      return pixels[Int(frame.midX), Int(frame.midY)]
    }
    #expect(try color(7) == Theme.light.accent.pixel)
    #expect(try color(3) == Theme.light.track.pixel)
  }

  @Test func everythingIsUndoneAndRedone() throws {
    var pen = try Pen()
    pen.drawSeven()
    pen.draw([(0.35, 0.5), (0.6, 0.5)])
    pen.click("clear")
    #expect(pen.studio.state.document.isBlank)
    #expect(pen.studio.state.reading.verdict == .blank)
    pen.key(.character("z"), .control)
    #expect(pen.studio.state.document.strokeCount == 2)
    pen.click("undo")
    #expect(pen.studio.state.document.strokeCount == 1)
    #expect(pen.studio.state.reading.answer?.digit == 7)
    pen.key(.character("z"), [.control, .shift])
    pen.key(.character("y"), .control)
    #expect(pen.studio.state.document.isBlank)
  }

  @Test func theScreenAfterUndoIsTheScreenBefore() throws {
    var pen = try Pen()
    pen.drawSeven()
    pen.host.advance(by: .seconds(2))
    let before = try canvas(pen)
    pen.draw([(0.1, 0.9), (0.9, 0.1)])
    #expect(try canvas(pen) != before)
    pen.key(.character("z"), .control)
    pen.host.advance(by: .seconds(2))
    #expect(try canvas(pen) == before)
  }

  private func canvas(_ pen: Pen) throws -> [UInt32] {
    let pixels = try pen.host.surface.pixels()
    let rect = PixelRect(covering: pen.studio.layout.canvas, scale: 1)
    return (rect.y..<rect.y + rect.height).flatMap { y in
      (rect.x..<rect.x + rect.width).map { pixels[$0, y] }
    }
  }

  @Test func theRightButtonErasesWhileItIsHeld() throws {
    var pen = try Pen()
    pen.drawSeven()
    pen.draw([(0.2, 0.9), (0.8, 0.9)])
    pen.draw([(0.5, 0.95), (0.5, 0.85)], button: .secondary)
    #expect(pen.studio.state.document.strokeCount == 1)
    #expect(pen.studio.state.tool == .pen)
    pen.key(.character("z"), .control)
    #expect(pen.studio.state.document.strokeCount == 2)
  }

  @Test func anotherButtonDoesNotEndTheLine() throws {
    let pen = try Pen()
    func send(_ phase: PointerEvent.Phase, _ x: Double, _ y: Double) {
      pen.host.send(.pointer(PointerEvent(phase, at: pen.place(x, y), device: 1)))
    }
    send(.down(.primary), 0.3, 0.3)
    send(.moved, 0.4, 0.4)
    send(.down(.secondary), 0.4, 0.4)
    send(.up(.secondary), 0.4, 0.4)
    send(.moved, 0.6, 0.6)
    #expect(pen.studio.state.document.pointCount == 3)
    send(.up(.primary), 0.6, 0.6)
    #expect(pen.studio.state.drawingDevice == nil)
    #expect(pen.studio.state.document.strokeCount == 1)
  }

  @Test func oneSweepOfTheEraserIsOneStep() throws {
    var pen = try Pen()
    for x in [0.2, 0.4, 0.6] { pen.draw([(x, 0.2), (x, 0.8)]) }
    pen.key(.character("e"))
    pen.draw([(0.1, 0.5), (0.9, 0.5)])
    #expect(pen.studio.state.document.strokeCount == 0)
    pen.key(.character("z"), .control)
    #expect(pen.studio.state.document.strokeCount == 3)
  }

  @Test func theEraserEndErasesAndThePenIsBackAfterwards() throws {
    var pen = try Pen()
    pen.drawSeven()
    pen.draw([(0.4, 0.2), (0.4, 0.3)], tool: .eraser)
    #expect(pen.studio.state.document.isBlank)
    pen.drawSeven()
    #expect(pen.studio.state.document.strokeCount == 1)
  }

  @Test func aTapIsOnlyADot() throws {
    var pen = try Pen()
    pen.draw([(0.5, 0.5)])
    #expect(pen.studio.state.document.strokeCount == 1)
    #expect(pen.studio.state.reading.verdict == .speck)
    #expect(pen.studio.state.words.sentence == "Only a dot so far")
  }

  @Test func withoutLiveTheAnswerComesOnEnter() throws {
    var pen = try Pen()
    pen.click("settings")
    pen.click("onenter")
    pen.key(.escape)
    pen.drawSeven()
    #expect(pen.studio.state.reading.verdict == .blank)
    #expect(pen.studio.state.words.sentence == "Press Enter")
    pen.key(.enter)
    #expect(pen.studio.state.reading.answer?.digit == 7)
    pen.draw([(0.35, 0.5), (0.6, 0.5)])
    #expect(pen.studio.state.words.sentence == "Press Enter")
    pen.click("recognise")
    #expect(pen.studio.state.words.sentence != "Press Enter")
  }

  @Test func anotherModelReadsTheSameInk() throws {
    var pen = try Pen()
    pen.drawSeven()
    pen.click("model")
    pen.click("model.mlp")
    pen.studio.waitForFiles()
    pen.host.advance(by: .milliseconds(50))
    #expect(pen.studio.state.model?.name == "mlp")
    #expect(pen.studio.state.reading.answer?.digit == 7)
    #expect(pen.studio.state.overlay == nil)
  }

  @Test func theValueOfAPixelIsShown() throws {
    var pen = try Pen()
    pen.drawSeven()
    let frame = try #require(pen.studio.stage.scene["network"]?.frame)
    let unit = frame.width / 28
    pen.host.send(.pointer(PointerEvent(.moved, at: Point(x: frame.x + 14.5 * unit, y: frame.y + 3.5 * unit))))
    #expect(pen.studio.state.pixel == SIMD2(14, 3))
    #expect(pen.studio.stage.scene.dump.contains("Pixel, row 3, column 14"))
    pen.host.send(.pointer(PointerEvent(.moved, at: Point(x: 5, y: 5))))
    #expect(pen.studio.state.pixel == nil)
  }

  @Test func aWindowThatGrowsKeepsTheInk() throws {
    var pen = try Pen()
    pen.drawSeven()
    try pen.host.resize(to: PixelSize(width: 1920, height: 1080))
    let point = pen.place(0.5, 0.25)
    let pixels = try pen.host.surface.pixels()
    #expect(pixels[Int(point.x), Int(point.y)] == Theme.light.ink.pixel)
    #expect(pen.studio.state.reading.answer?.digit == 7)
  }

  @Test func nothingWakesWhenNothingChanges() throws {
    var pen = try Pen()
    pen.drawSeven()
    pen.host.advance(by: .seconds(10))
    #expect(pen.studio.nextDeadline == nil)
    let frames = pen.host.frames.count
    pen.host.advance(by: .seconds(10))
    #expect(pen.host.frames.count == frames)
  }
}
