import Graphics
import Ink
import Recognition
import Studio
import Testing
import Toolkit

/// Pictures with ink on them are looked at away from the main thread.
@Suite @MainActor
struct PictureReadingTests {
  private let directory: StorageDirectory
  private let path: String

  init() throws {
    directory = try StorageDirectory()
    // White paper with an upright bar.
    let gray = (0..<200 * 200).map { UInt8(92..<108 ~= $0 % 200 && 40..<160 ~= $0 / 200 ? 255 : 0) }
    let (white, black) = (Color(red: 1, green: 1, blue: 1), Color(red: 0, green: 0, blue: 0))
    let picture = PixelImage(gray: gray, width: 200, height: 200, paper: white, ink: black)
    path = try directory.write(PNG.encodeIndexed(picture), to: "one.png")
  }

  /// Lets the window answer until nothing is under way.
  private func settle(_ pen: Pen) {
    for _ in 0..<3 {
      pen.studio.waitForFiles()
      pen.host.advance(by: .milliseconds(50))
    }
  }

  @Test func aPictureIsReadWithTheInkOnIt() throws {
    var pen = try Pen()
    pen.studio.perform(.openPath(path))
    settle(pen)
    #expect(pen.studio.state.document.hasImage)
    #expect(pen.studio.state.reading.answer?.digit == 1)
    pen.draw([(0.3, 0.22), (0.5, 0.22)])
    settle(pen)
    #expect(pen.studio.state.reading.answer?.digit == 7)
    #expect(pen.studio.state.reading.revision == pen.studio.state.document.revision)
  }

  @Test func inkDoesNotWaitForThePicture() throws {
    var pen = try Pen()
    pen.studio.perform(.openPath(path))
    pen.studio.waitForFiles()
    pen.host.advance(by: .milliseconds(50))
    let before = pen.host.frames.count
    pen.draw([(0.3, 0.22), (0.5, 0.22)])
    #expect(pen.host.frames.count > before, "ink is on the screen before anything is read")
    settle(pen)
    #expect(pen.studio.state.reading.revision == pen.studio.state.document.revision)
  }

  @Test func whatWasSeenBeforeTheCanvasWasClearedIsDropped() throws {
    var pen = try Pen()
    pen.studio.perform(.openPath(path))
    settle(pen)
    pen.draw([(0.3, 0.22), (0.5, 0.22)])
    pen.key(.delete)
    #expect(pen.studio.state.document.isBlank)
    settle(pen)
    #expect(pen.studio.state.reading.verdict == .blank)
    #expect(pen.studio.state.reading.revision == pen.studio.state.document.revision)
  }

  @Test func theNewestInkIsReadWhateverWasUnderWay() throws {
    var pen = try Pen()
    pen.studio.perform(.openPath(path))
    settle(pen)
    for step in 0..<5 { pen.draw([(0.3 + 0.02 * Double(step), 0.22), (0.5, 0.22)]) }
    pen.key(.character("z"), .control)
    settle(pen)
    #expect(pen.studio.state.document.strokeCount == 4)
    #expect(pen.studio.state.reading.revision == pen.studio.state.document.revision)
  }
}
