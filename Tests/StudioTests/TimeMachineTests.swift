import Graphics
import Ink
import Recognition
import Studio
import Testing
import Toolkit

/// The drawing as it came into being: going back, playing, and what is read on the way.
@Suite @MainActor
struct TimeMachineTests {
  private func settle(_ pen: Pen) {
    for _ in 0..<3 {
      pen.host.advance(by: .milliseconds(50))
      pen.studio.waitForFiles()
    }
    pen.host.advance(by: .milliseconds(300))
  }

  /// A one that becomes a seven, and a crossing.
  private func drawn(size: PixelSize = PixelSize(width: 1280, height: 800)) throws -> Pen {
    var pen = try Pen(size: size)
    pen.drawSeven()
    pen.draw([(0.4, 0.5), (0.66, 0.5)])
    settle(pen)
    return pen
  }

  private func hasInk(_ pen: Pen, _ x: Double, _ y: Double) throws -> Bool {
    let place = pen.place(x, y)
    return try pen.host.surface.pixels()[Int(place.x), Int(place.y)] == Theme.light.ink.pixel
  }

  @Test func theCanvasShowsTheInkOfTheMoment() throws {
    let pen = try drawn()
    #expect(try hasInk(pen, 0.45, 0.8) && hasInk(pen, 0.6, 0.5))
    pen.key(.home)
    #expect(try !hasInk(pen, 0.5, 0.25) && hasInk(pen, 0.3, 0.25))
    let end = pen.studio.state.time.timeline.time(of: 9)
    pen.studio.perform(.value("time.scrub", end))
    pen.host.advance(by: .milliseconds(20))
    #expect(try hasInk(pen, 0.45, 0.8) && !hasInk(pen, 0.62, 0.5))
    #expect(pen.studio.state.document.strokeCount == 2)
    pen.key(.end)
    #expect(pen.studio.state.time.position == nil)
    #expect(try hasInk(pen, 0.62, 0.5))
  }

  @Test func scrubbedCanvasIsThatOfADrawingThatEndsThere() throws {
    let pen = try drawn()
    var other = try Pen()
    other.drawSeven()
    settle(other)
    pen.studio.perform(.value("time.scrub", 1))
    pen.studio.perform(.value("time.scrub", pen.studio.state.time.timeline.time(of: 12)))
    pen.studio.perform(.value("time.scrub", pen.studio.state.time.timeline.time(of: 9)))
    pen.host.advance(by: .milliseconds(300))
    let (one, two) = (try pen.host.surface.pixels(), try other.host.surface.pixels())
    let rect = PixelRect(covering: pen.studio.layout.canvas, scale: 1)
    for y in rect.y..<rect.y + rect.height {
      for x in rect.x..<rect.x + rect.width where one[x, y] != two[x, y] {
        Issue.record("pixel \(x), \(y)")
        return
      }
    }
  }

  @Test func theAnswerIsThatOfTheMoment() throws {
    let pen = try drawn()
    let live = pen.studio.state.reading
    pen.studio.perform(.value("time.scrub", pen.studio.state.time.timeline.time(of: 4)))
    pen.host.advance(by: .milliseconds(20))
    #expect(pen.studio.state.reading.answer?.probabilities != live.answer?.probabilities)
    pen.key(.end)
    pen.host.advance(by: .milliseconds(20))
    #expect(pen.studio.state.reading.answer?.probabilities == live.answer?.probabilities)
    #expect(pen.studio.state.reading.verdict == live.verdict)
  }

  @Test func theRibbonEndsWithTheLiveAnswer() throws {
    let pen = try drawn()
    let last = try #require(pen.studio.state.time.shown.last)
    #expect(last.points == pen.studio.state.document.pointCount)
    #expect(last.digit == pen.studio.state.reading.answer?.digit)
    for digit in 0..<10 { #expect(abs(last.shares[digit] - pen.studio.state.reading.probabilities[digit]) < 1e-5) }
    #expect(pen.studio.state.time.turns.last?.new == last.digit)
  }

  @Test func theRibbonOfAnOpenedDrawingIsThatOfTheDrawnOne() throws {
    let pen = try drawn()
    let other = try Pen()
    other.studio.perform(.opened(pen.studio.state.document.drawing, from: "seven.ndjson"))
    settle(other)
    let (one, two) = (pen.studio.state.time, other.studio.state.time)
    #expect(one.timeline == two.timeline)
    #expect(!one.shown.isEmpty)
    #expect(one.shown.map(\.points) == two.shown.map(\.points))
    #expect(one.shown.map(\.digit) == two.shown.map(\.digit))
    for (a, b) in zip(one.shown, two.shown) {
      for digit in 0..<10 { #expect(abs(a.shares[digit] - b.shares[digit]) < 1e-4) }
    }
    #expect(one.turns == two.turns)
  }

  @Test func drawingReturnsToNow() throws {
    var pen = try drawn()
    pen.key(.home)
    pen.draw([(0.1, 0.9), (0.2, 0.95)])
    #expect(pen.studio.state.time.position == nil)
    #expect(pen.studio.state.document.strokeCount == 3)
    #expect(try hasInk(pen, 0.45, 0.8) && hasInk(pen, 0.62, 0.5) && hasInk(pen, 0.15, 0.925))
    pen.key(.home)
    pen.key(.character("z"), .control)
    pen.host.advance(by: .milliseconds(50))
    #expect(pen.studio.state.time.position == nil)
    #expect(try hasInk(pen, 0.62, 0.5) && !hasInk(pen, 0.15, 0.925))
  }

  @Test func anotherScreenReturnsToNow() throws {
    let pen = try drawn()
    let live = pen.studio.state.reading.answer?.probabilities
    pen.key(.home)
    pen.click("tab.home")
    pen.click("tab.draw")
    pen.host.advance(by: .milliseconds(50))
    #expect(pen.studio.state.time.position == nil)
    #expect(pen.studio.state.reading.answer?.probabilities == live)
    #expect(try hasInk(pen, 0.62, 0.5))
  }

  @Test func itPlaysInItsOwnTimeAndRests() throws {
    let pen = try drawn()
    let duration = pen.studio.state.time.timeline.duration
    pen.click("time.play")
    #expect(pen.studio.state.time.isPlaying)
    pen.host.advance(by: .milliseconds(Int(duration / 2)))
    let position = try #require(pen.studio.state.time.position)
    #expect(abs(position - duration / 2) < 40)
    pen.key(.space)
    #expect(!pen.studio.state.time.isPlaying)
    pen.host.advance(by: .seconds(2))
    #expect(abs((pen.studio.state.time.position ?? 0) - position) < 40)
    #expect(pen.studio.nextDeadline == nil)
    pen.key(.space)
    pen.host.advance(by: .milliseconds(Int(duration) + 100))
    #expect(pen.studio.state.time.position == nil)
    #expect(!pen.studio.state.time.isPlaying)
    pen.host.advance(by: .seconds(8))
    #expect(pen.studio.nextDeadline == nil)
  }

  @Test func withReducedMotionItGoesInSteps() throws {
    func frames(reduced: Bool) throws -> Int {
      let pen = try drawn()
      try pen.host.change(HostSettings(reducesMotion: reduced))
      pen.host.advance(by: .seconds(8))
      let before = pen.host.frames.count
      pen.studio.stage.moveFocus(to: nil)
      pen.key(.space)
      pen.host.advance(by: .seconds(8))
      #expect(pen.studio.state.time.position == nil)
      return pen.host.frames.count - before
    }
    let (many, few) = (try frames(reduced: false), try frames(reduced: true))
    #expect(few < many, "\(few) frames instead of \(many)")
  }

  @Test func aDrawingWithoutTimesGoesEvenly() {
    let strokes = [
      Stroke(points: [InkPoint(x: 0, y: 0), InkPoint(x: 100, y: 0), InkPoint(x: 100, y: 50)]),
      Stroke(points: [InkPoint(x: 0, y: 0), InkPoint(x: .nan, y: 5), InkPoint(x: 30, y: 0)]),
    ]
    let timeline = InkTimeline(strokes)
    #expect(timeline.times == [0, 100, 150, 270, 270, 270])
    #expect(timeline.ends == [3, 6])
    #expect(timeline.count(at: -1) == 0)
    #expect(timeline.count(at: 0) == 1)
    #expect(timeline.count(at: 149) == 2)
    #expect(timeline.count(at: 1e9) == 6)
    #expect(timeline.time(of: 3) == 150)
    #expect(InkTimeline([]).duration == 0)
  }

  @Test func timesNeverGoBackAndWaitsAreShort() {
    func point(_ time: Double?) -> InkPoint { InkPoint(x: 0, y: 0, milliseconds: time) }
    let strokes = [
      Stroke(points: [point(500), point(508), point(9_000)]), Stroke(points: [point(0), point(-.infinity)]),
      Stroke(points: [point(60_000), point(.nan), point(60_010)]),
    ]
    let times = InkTimeline(strokes).times
    #expect(Array(times.prefix(3)) == [0, 8, 1_008])
    #expect(times == times.sorted())
    #expect(times.allSatisfy { $0.isFinite && $0 < 4_000 })
  }

  @Test func aTimelineThatGrowsIsThatOfTheWhole() {
    let strokes = (0..<3).map { stroke in
      Stroke(
        points: (0..<5).map { InkPoint(x: Double($0), y: 0, milliseconds: Double(stroke * 300 + $0 * 10)) })
    }
    var growing = InkTimeline()
    for count in 1...15 { growing.grow(to: Array(strokes.first(points: count))) }
    #expect(growing == InkTimeline(strokes))
  }

  @Test func tShowsItInASmallWindowAndHidesIt() throws {
    let pen = try drawn(size: PixelSize(width: 700, height: 500))
    #expect(pen.studio.stage.scene["time.scrub"] == nil)
    pen.key(.character("t"))
    pen.host.advance(by: .milliseconds(50))
    let frame = try #require(pen.studio.stage.scene["time.scrub"]?.frame)
    #expect(pen.studio.layout.body.contains(frame))
    #expect(try hasInk(pen, 0.45, 0.8))
    pen.key(.character("t"))
    pen.host.advance(by: .milliseconds(50))
    #expect(pen.studio.stage.scene["time.scrub"] == nil)
    let large = try drawn()
    #expect(large.studio.stage.scene["time.scrub"] != nil)
  }

  @Test func anotherNetworkReadsThePastAnew() throws {
    let pen = try drawn()
    let before = pen.studio.state.time.shown
    pen.click("model")
    pen.click("model.mlp")
    settle(pen)
    let after = pen.studio.state.time.shown
    #expect(after.map(\.points) == before.map(\.points))
    #expect(after.map(\.shares) != before.map(\.shares))
  }

  @Test func whatWasReadOfOtherInkIsForgotten() throws {
    var pen = try Pen()
    pen.draw([(0.3, 0.2), (0.3, 0.8)])
    settle(pen)
    let first = pen.studio.state.time.shown
    pen.key(.delete)
    pen.draw([(0.3, 0.2), (0.7, 0.2), (0.7, 0.8), (0.3, 0.8), (0.3, 0.2)])
    settle(pen)
    let shown = pen.studio.state.time.shown
    #expect(shown.last?.points == pen.studio.state.document.pointCount)
    #expect(shown.map(\.shares) != first.map(\.shares))
    #expect(shown.last?.digit == pen.studio.state.reading.answer?.digit)
  }
}
