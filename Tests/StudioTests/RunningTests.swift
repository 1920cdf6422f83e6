import Glibc
import Graphics
import Ink
import Recognition
import Studio
import Testing
import Toolkit

/// Motion, figures, replay and the event stream.
@Suite @MainActor
struct RunningTests {
  @Test func barsEaseFromWhereTheyAre() {
    var bars = BarMotion()
    let target = (0..<10).map { Float($0) / 10 }
    bars.turn(to: target, at: .zero, isInstant: false)
    #expect(bars.lengths(at: .zero) == [Float](repeating: 0, count: 10))
    let middle = bars.lengths(at: .milliseconds(50))
    #expect(abs(middle[8] - 0.8 * 0.875) < 1e-5)
    bars.turn(to: [Float](repeating: 0, count: 10), at: .milliseconds(50), isInstant: false)
    #expect(bars.lengths(at: .milliseconds(50)) == middle)
    bars.settle(at: .milliseconds(151))
    #expect(!bars.isMoving)
    #expect(bars.lengths(at: .milliseconds(151)).allSatisfy { $0 == 0 })
  }

  @Test func withoutMotionTheFinalFrameIsTheFirst() {
    var bars = BarMotion()
    bars.turn(to: [Float](repeating: 0.5, count: 10), at: .zero, isInstant: true)
    #expect(!bars.isMoving)
    #expect(bars.lengths(at: .zero)[3] == 0.5)
  }

  @Test func keysOfOneBurstAllCount() throws {
    let pen = try Pen()
    pen.click("width")
    let before = pen.studio.state.settings.penWidth
    let right = InputEvent.key(KeyEvent(.right))
    pen.host.send(right, right, right)
    #expect(pen.studio.state.settings.penWidth == before + 6)
  }

  @Test func aFigureChangesAtMostTwiceASecond() {
    var readout = Readout()
    readout.add(.milliseconds(1), at: .seconds(1))
    #expect(readout.shown == .milliseconds(1))
    for step in 1...40 { readout.add(.milliseconds(10), at: .seconds(1) + .milliseconds(step)) }
    #expect(readout.shown == .milliseconds(1))
    let deadline = readout.deadline
    #expect(deadline == .milliseconds(1500))
    let hasChanged = readout.update(at: .milliseconds(1500))
    #expect(hasChanged)
    #expect(readout.shown == .milliseconds(10))
    #expect(readout.deadline == nil)
  }

  @Test func aReplayedDrawingIsTheDrawing() throws {
    let strokes = [
      Stroke(points: [InkPoint(x: 300, y: 250), InkPoint(x: 650, y: 250), InkPoint(x: 450, y: 800)]),
      Stroke(points: [InkPoint(x: 350, y: 500), InkPoint(x: 600, y: 510)]),
    ]
    let pen = try Pen()
    let canvas = pen.studio.layout.canvas
    var replay = Replay([Drawing(strokes: strokes)], in: canvas, startingAt: .zero)
    while let step = replay.pop(at: .seconds(60)) {
      if case .event(let event) = step { pen.host.send(.pointer(event)) }
    }
    let drawn = pen.studio.state.document.drawing.strokes
    #expect(drawn.map(\.points.count) == [3, 2])
    for (one, other) in zip(drawn.flatMap(\.points), strokes.flatMap(\.points)) {
      #expect(abs(one.x - other.x) < 1e-6 && abs(one.y - other.y) < 1e-6)
    }
    pen.key(.delete)
    #expect(pen.studio.state.document.isBlank)
  }

  @Test(arguments: ["why", "home", "inside", "performance.report"])
  func aReplayIsSeenOnTheScreenThatWasAskedFor(screen: String) throws {
    let directory = try StorageDirectory()
    let path = try directory.write(#"{"strokes":[[[300,250],[650,250],[450,800]]]}"#, to: "seven.ndjson")
    var options = Pen.options
    (options.screen, options.replay) = (screen, path)
    let pen = try Pen(options: options)
    for _ in 0..<5 {
      pen.settle()
      pen.host.advance(by: .milliseconds(200))
    }
    #expect(pen.studio.state.screenName == screen)
    #expect(pen.studio.state.document.pointCount == 3)
    #expect(pen.studio.state.reading.answer?.digit == 7)
    #expect((pen.studio.state.why.explanation != nil) == (screen == "why"))
  }

  @Test func eventsAreLinesOfJSON() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let stream = EventStream(descriptor: ends[1])
    var scene = Scene()
    scene.add(Element("clear", Rect(x: 1, y: 2, width: 30, height: 40), LabelLook("Clear")))
    stream.layout(scene, scale: 2, tab: .draw)
    stream.layout(scene, scale: 2, tab: .draw)
    stream.stroke(strokes: 3, points: 210)
    stream.notice("a \"quote\"\n")
    stream.closed()
    close(ends[1])
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(ends[0], &bytes, bytes.count)
    close(ends[0])
    let lines = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n").map(String.init)
    #expect(
      lines == [
        #"{"event":"layout","scale":2,"tab":"draw","views":{"clear":[2,4,60,80]}}"#,
        #"{"event":"stroke","strokes":3,"points":210}"#,
        #"{"event":"notice","text":"a \"quote\"\u000a"}"#,
        #"{"event":"closed"}"#,
      ])
  }
}
