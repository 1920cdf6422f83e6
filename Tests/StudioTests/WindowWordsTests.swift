import Glibc
import Graphics
import Ink
import Studio
import Testing
import Toolkit

/// What the window says about itself: title, what takes long, what is saved.
@Suite @MainActor
struct WindowWordsTests {
  @Test func theTitleSaysTheAnswerAndTheDrawing() throws {
    var pen = try Pen()
    #expect(pen.host.title == "Inkling")
    pen.drawSeven()
    pen.host.advance(by: .seconds(1))
    #expect(pen.host.title.hasPrefix("7 · ") && pen.host.title.hasSuffix(" % · Inkling"))
    pen.studio.perform(.named("seven.ndjson"))
    pen.host.advance(by: .seconds(1))
    #expect(pen.host.title.hasSuffix(" % · seven.ndjson · Inkling"))
    pen.click("clear")
    pen.host.advance(by: .seconds(1))
    #expect(pen.host.title == "Inkling")
    pen.click("tab.home")
    pen.host.advance(by: .seconds(1))
    #expect(pen.host.title == "Home · Inkling")
  }

  @Test func theTitleChangesAFewTimesASecondAndThenSleeps() {
    var title = WindowTitle()
    var changes = 0
    for step in 0..<1000 {
      if title.update(to: "\(step)", at: .milliseconds(step)) != nil { changes += 1 }
    }
    #expect(changes == 4)
    #expect(title.deadline == .milliseconds(1200))
    #expect(title.update(to: "999", at: .milliseconds(1200)) == "999")
    #expect(title.deadline == nil)
    #expect(title.update(to: "999", at: .seconds(9)) == nil)
  }

  @Test func anIdleWindowWaitsForNothing() throws {
    var pen = try Pen()
    pen.drawSeven()
    pen.host.advance(by: .seconds(20))
    #expect(pen.studio.nextDeadline == nil)
  }

  @Test func onlyWhatTakesLongIsTold() {
    var work = BusyWork()
    #expect(work.deadline == nil)
    let first = work.begin("Opening scan.png …", at: .seconds(1))
    #expect(work.words(at: .seconds(1)) == nil)
    #expect(work.deadline == .milliseconds(1200))
    let second = work.begin("Loading model mlp …", at: .milliseconds(1100))
    #expect(work.words(at: .milliseconds(1200)) == "Opening scan.png …")
    #expect(work.deadline == .milliseconds(1300))
    work.end(first)
    #expect(work.words(at: .milliseconds(1250)) == nil)
    #expect(work.words(at: .milliseconds(1300)) == "Loading model mlp …")
    #expect(work.deadline == nil)
    work.end(second)
    #expect(work.words(at: .seconds(2)) == nil)
  }

  @Test func theStatusLineSaysWhatTakesLong() throws {
    let directory = try StorageDirectory()
    let path = try directory.write("not a picture", to: "scan.png")
    let pen = try Pen()
    pen.studio.perform(.openPath(path))
    // The work may be done already, but its letter is not opened before time goes on.
    #expect(pen.studio.state.busy == nil)
    pen.studio.perform(.busy("Opening scan.png …"))
    pen.host.advance(by: .zero)
    pen.studio.waitForFiles()
    pen.host.advance(by: .seconds(1))
    #expect(pen.studio.state.busy == nil)
    #expect(pen.studio.state.notice?.kind == .bad)
  }

  @Test(arguments: [1, 2, 3, 40])
  func longNoticesHaveSeveralLines(_ sentences: Int) throws {
    let pen = try Pen(size: PixelSize(width: 800, height: 600))
    let words = String(
      repeating: "A sentence that fills about a line of a small window, more or less, as it is. ", count: sentences)
    pen.studio.perform(.notice(Notice(.bad, words)))
    pen.host.advance(by: .milliseconds(20))
    let (scene, text) = (pen.studio.stage.scene, try #require(pen.studio.stage.scene["notice.text"]))
    let bar = try #require(scene["notice"])
    #expect(text.look.text == words)
    #expect(bar.frame.height == 24 + 20 * Double(min(sentences, 3)))
    #expect(bar.frame.x >= 0 && bar.frame.maxX <= 800 && text.frame.maxX < scene["notice.close"]?.frame.x ?? 0)
    #expect((bar.hint == words) == (sentences > 3))
    pen.click("notice.close")
    #expect(pen.studio.state.notice == nil)
  }

  @Test func whatIsSavedAgainIsTold() throws {
    let pen = try Pen()
    pen.studio.perform(.saveProblem("Not saved: Could not keep the drawing on the disk: No space left on device"))
    pen.host.advance(by: .milliseconds(20))
    #expect(pen.studio.stage.scene["status.saved"]?.look.text.hasPrefix("Not saved") == true)
    pen.studio.perform(.saveProblem(nil))
    pen.host.advance(by: .milliseconds(20))
    #expect(pen.studio.stage.scene["status.saved"]?.look.text == "Saved as you draw")
    #expect(pen.studio.state.notice == Notice(.good, "The drawing is saved again", end: pen.studio.state.notice?.end))
  }

  @Test func aClickOnClearRightAfterTheFirstStrokeClears() throws {
    let pen = try Pen()
    let (from, to) = (pen.place(0.3, 0.3), pen.place(0.6, 0.6))
    let clear = try #require(pen.studio.stage.scene["clear"])
    #expect(!clear.isEnabled)
    let button = Point(x: clear.frame.midX, y: clear.frame.midY)
    // All of it within one frame: no time goes on between.
    let events: [PointerEvent] = [
      PointerEvent(.down(.primary), at: from), PointerEvent(.moved, at: to), PointerEvent(.up(.primary), at: to),
      PointerEvent(.down(.primary), at: button), PointerEvent(.up(.primary), at: button),
    ]
    for event in events { pen.studio.handle(.pointer(event)) }
    #expect(pen.studio.state.document.isBlank)
    #expect(pen.studio.state.document.canUndo)
  }
}
