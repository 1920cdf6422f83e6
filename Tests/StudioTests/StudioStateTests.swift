import Graphics
import Ink
import Recognition
import Studio
import Testing
import Toolkit

/// What actions do to the state.
@Suite
struct StudioStateTests {
  private func drawn() -> StudioState {
    var state = StudioState()
    _ = state.update(.ink(.begin(InkPoint(x: 100, y: 100), device: 1)))
    _ = state.update(.ink(.extend(InkPoint(x: 500, y: 500), device: 1)))
    _ = state.update(.ink(.end(device: 1)))
    return state
  }

  @Test func aSecondDeviceWaitsForTheFirst() {
    var state = StudioState()
    _ = state.update(.ink(.begin(InkPoint(x: 1, y: 1), device: 1)))
    let begun = state.update(.ink(.begin(InkPoint(x: 2, y: 2), device: 2)))
    let drawn = state.update(.ink(.extend(InkPoint(x: 3, y: 3), device: 2)))
    #expect(begun.isEmpty && drawn.isEmpty)
    #expect(state.document.strokeCount == 1)
    #expect(state.document.pointCount == 1)
  }

  @Test func aStaleAnswerIsDropped() {
    var state = drawn()
    _ = state.update(.key(KeyEvent(.character("c")), focus: nil))
    var stale = Reading.blank(revision: state.document.revision - 1)
    stale.verdict = .sure
    _ = state.update(.read(stale))
    #expect(state.reading.verdict == .blank)
    stale.revision += 1
    _ = state.update(.read(stale))
    #expect(state.reading.verdict == .sure)
  }

  @Test func anAnswerToLessOfTheSameStrokeIsTakenUnlessThereIsABetterOne() {
    var state = drawn()
    let newest = state.document.revision
    #expect(state.document.grownSince == newest - 1)
    var reading = Reading.blank(revision: newest - 1)
    reading.verdict = .unsure
    _ = state.update(.read(reading))
    #expect(state.reading == reading)
    var better = Reading.blank(revision: newest)
    better.verdict = .sure
    _ = state.update(.read(better))
    _ = state.update(.read(reading))
    #expect(state.reading == better)
    var future = better
    future.revision += 1
    _ = state.update(.read(future))
    #expect(state.reading == better)
  }

  @Test func lettersDrawNothingWhileAnotherScreenIsOpen() {
    var state = drawn()
    _ = state.update(.control("tab.home"))
    _ = state.update(.key(KeyEvent(.character("c")), focus: nil))
    #expect(!state.document.isBlank)
    _ = state.update(.control("tab.draw"))
    _ = state.update(.key(KeyEvent(.function(1)), focus: nil))
    #expect(state.overlay == .shortcuts)
    _ = state.update(.key(KeyEvent(.character("c")), focus: nil))
    #expect(!state.document.isBlank)
    _ = state.update(.dismiss)
    _ = state.update(.key(KeyEvent(.character("c")), focus: nil))
    #expect(state.document.isBlank)
  }

  @Test func theWidthStaysInItsRange() {
    var state = StudioState()
    for _ in 0..<100 { _ = state.update(.key(KeyEvent(.character("]")), focus: nil)) }
    #expect(state.settings.penWidth == Settings.penWidths.upperBound)
    for _ in 0..<100 { _ = state.update(.key(KeyEvent(.character("[")), focus: nil)) }
    #expect(state.settings.penWidth == Settings.penWidths.lowerBound)
  }

  @Test func tabsAreReachedByKeys() {
    var state = StudioState()
    _ = state.update(.key(KeyEvent(.character("1"), modifiers: .alt), focus: nil))
    #expect(state.tab == .home)
    _ = state.update(.key(KeyEvent(.tab, modifiers: .control), focus: nil))
    #expect(state.tab == .draw)
    _ = state.update(.key(KeyEvent(.pageUp, modifiers: .control), focus: nil))
    #expect(state.tab == .home)
    let effects = state.update(.key(KeyEvent(.character("0"), modifiers: .alt), focus: nil))
    #expect(effects.isEmpty)
  }

  @Test func aDrawingFromElsewhereIsFittedAndCanBeUndone() throws {
    var state = drawn()
    let tiny = Drawing(strokes: [Stroke(points: [InkPoint(x: -4, y: 2), InkPoint(x: -2, y: 6)])], width: 0.2)
    let effects = state.update(.opened(tiny, from: "x.ndjson"))
    #expect(effects.contains(.inkChanged) && effects.contains(.recognise))
    let points = try #require(state.document.drawing.strokes.first?.points)
    #expect(points.allSatisfy { (0...1000).contains($0.x) && (0...1000).contains($0.y) })
    #expect(abs(points[1].y - points[0].y - 600) < 1e-6)
    _ = state.update(.control("undo"))
    #expect(state.document.drawing.strokes.first?.points.first?.x == 100)
  }

  @Test(arguments: ["draw", "inside", "why", "learn", "compare"])
  func aDrawingIsOpenedOnTheScreenThatShowsIt(screen: String) {
    var state = drawn()
    state.window = PixelSize(width: 1280, height: 800)
    _ = state.update(.control(ControlName(rawValue: "tab.\(screen)")))
    _ = state.update(.opened(Drawing(strokes: [Stroke(points: [InkPoint(x: 1, y: 2)])]), from: "x.ndjson"))
    #expect(state.tab.rawValue == screen)
    _ = state.update(.placed(PlacedImage(png: [1], box: .init(x: 0, y: 0, width: 9, height: 9))))
    #expect(state.tab.rawValue == screen)
  }

  @Test(arguments: ["home", "performance", "batch", "compare.curves", "teach"])
  func otherScreensMakeRoomForADrawing(screen: String) {
    var state = drawn()
    _ = state.update(.control(ControlName(rawValue: "tab.\(screen.prefix { $0 != "." })")))
    if screen == "compare.curves" { state.compare.page = .curves }
    _ = state.update(.opened(Drawing(strokes: [Stroke(points: [InkPoint(x: 1, y: 2)])]), from: "x.ndjson"))
    #expect(state.tab == .draw)
  }

  @Test func hostileCoordinatesAreFitted() {
    var state = StudioState()
    let wild = [InkPoint(x: .nan, y: 1), InkPoint(x: 1e300, y: -1e300), InkPoint(x: .infinity, y: 0)]
    _ = state.update(.opened(Drawing(strokes: [Stroke(points: wild)]), from: "x.ndjson"))
    #expect(state.document.strokeCount == 1)
  }

  @Test func aProblemIsSaidAndNothingIsLost() {
    var state = drawn()
    _ = state.update(.pictureFailed("Could not read scan.png: not a PNG or JPEG"))
    #expect(state.notice?.kind == .bad)
    #expect(state.notice?.text == "Could not read scan.png: not a PNG or JPEG. Your drawing is unchanged")
    #expect(state.document.strokeCount == 1)
    _ = state.update(.modelFailed(name: "mine", reason: "weights are cut short"))
    #expect(state.notice?.text == "Model “mine” cannot be used: weights are cut short. Choose another model")
  }

  @Test func droppedFilesAreOpenedAndTextIsNot() {
    var state = StudioState()
    let place = Point(x: 5, y: 5)
    let files = state.update(.delivered(Delivery(.drop(place), .files(["/a.png"]))))
    #expect(files == [.open(path: "/a.png")])
    let text = state.update(.delivered(Delivery(.paste, .text("seven"))))
    #expect(text.isEmpty)
    #expect(state.notice?.text.contains("no picture") == true)
  }
}
