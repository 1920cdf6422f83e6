import Graphics
import Ink
import Studio
import Testing
import Toolkit

/// Selecting and copying in the name of the file chooser.
@Suite @MainActor
struct TypedTextTests {
  private func openChooser() throws -> Pen {
    let pen = try Pen()
    pen.key(.character("s"), .control)
    pen.studio.waitForFiles()
    pen.host.advance(by: .milliseconds(50))
    return pen
  }

  private func field(_ pen: Pen) throws -> TypedText {
    guard case .files(let chooser) = pen.studio.state.overlay else {
      throw Missing()
    }
    return chooser.field
  }

  private struct Missing: Error {}

  @Test func everythingIsSelectedAndReplaced() throws {
    let pen = try openChooser()
    #expect(try field(pen).text == "drawing.ndjson")
    pen.key(.character("a"), .control)
    #expect(try field(pen).selectedText == "drawing.ndjson")
    pen.host.send(.key(KeyEvent(.character("x"), text: "x")))
    #expect(try field(pen).text == "x")
    #expect(try field(pen).selection.isEmpty)
  }

  @Test func shiftSelectsAndArrowsEndIt() throws {
    let pen = try openChooser()
    pen.key(.left, .shift)
    pen.key(.left, .shift)
    #expect(try field(pen).selectedText == "on")
    pen.key(.left)
    #expect(try field(pen).cursor == 12)
    pen.key(.home, .shift)
    #expect(try field(pen).selectedText == "drawing.ndjs")
    pen.key(.right)
    #expect(try field(pen).cursor == 12)
    pen.key(.home, .shift)
    pen.key(.backspace)
    #expect(try field(pen).text == "on")
  }

  @Test func textIsCopiedCutAndPasted() throws {
    let pen = try openChooser()
    pen.key(.character("a"), .control)
    pen.key(.character("c"), .control)
    #expect(pen.host.clipboard == ClipboardOffer([ClipboardOffer.text: Array("drawing.ndjson".utf8)]))
    #expect(try field(pen).text == "drawing.ndjson")
    pen.key(.character("x"), .control)
    #expect(try field(pen).text == "")
    pen.host.pasteContents = .text("seven\n.ndjson")
    pen.key(.character("v"), .control)
    pen.host.advance(by: .milliseconds(20))
    #expect(try field(pen).text == "seven.ndjson")
    pen.key(.character("c"), .control)
    #expect(pen.host.clipboard?.contents[ClipboardOffer.text] == Array("drawing.ndjson".utf8))
  }

  @Test func aPictureOnTheClipboardStaysThere() throws {
    let pen = try openChooser()
    pen.host.pasteContents = .picture([1, 2, 3])
    pen.key(.character("v"), .control)
    pen.host.advance(by: .milliseconds(20))
    pen.studio.waitForFiles()
    pen.host.advance(by: .milliseconds(20))
    #expect(pen.studio.state.document.isBlank)
    #expect(pen.studio.state.notice == nil)
    guard case .files(let chooser) = pen.studio.state.overlay else { throw Missing() }
    #expect(chooser.problem == "There is a picture on the clipboard, no text")
  }

  @Test func thePointerSelects() throws {
    let pen = try openChooser()
    let frame = try #require(pen.studio.stage.scene[FileChooser.name]?.frame)
    let width = Font.body.width(of: "drawing")
    let start = Point(x: frame.x + 10, y: frame.midY)
    let end = Point(x: frame.x + 10 + width, y: frame.midY)
    pen.host.send(
      .pointer(PointerEvent(.down(.primary), at: start)), .pointer(PointerEvent(.moved, at: end)),
      .pointer(PointerEvent(.up(.primary), at: end)))
    #expect(try field(pen).selectedText == "drawing")
  }

  @Test func nothingIsLongerThanALineMayBe() {
    var text = TypedText(String(repeating: "é", count: 2_000))
    text.selectAll()
    #expect(text.selectedText.count == 2_000)
    #expect(text.selection == 0..<2_000)
  }
}
