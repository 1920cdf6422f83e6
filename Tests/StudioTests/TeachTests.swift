import Glibc
import Graphics
import Ink
import Studio
import Testing
import Toolkit

/// Saying which digit a drawing is, and what becomes of that.
@Suite @MainActor
struct TeachTests {
  let home: StorageDirectory

  init() throws { home = try StorageDirectory() }

  /// A window whose user has a home.
  private func open(size: PixelSize = PixelSize(width: 1280, height: 800)) throws -> Pen {
    let pen = try Pen(size: size, options: StudioOptions(), environment: ["HOME": home.path])
    pen.settle()
    return pen
  }

  private var drawings: String { ".local/share/inkling/drawings" }

  /// The lines of all files in the directory of the user's drawings.
  private func saved() throws -> [Drawing] {
    PersonalStore(data: home.file(".local/share/inkling")).load().drawings.map(\.drawing)
  }

  private func draw(_ digit: Int, in pen: inout Pen, x: Double = 0.3) {
    pen.key(.character("c"))
    pen.draw([(x, 0.2), (x + 0.3, 0.25), (x + 0.1, 0.8)])
    pen.key(.character(Character("\(digit)")))
    pen.settle()
  }

  @Test func aKeyKeepsTheDrawing() throws {
    var pen = try open()
    pen.drawSeven()
    pen.key(.character("7"))
    pen.settle()
    #expect(try saved().map(\.label) == ["7"])
    #expect(try saved().first?.strokes == pen.studio.state.document.drawing.strokes)
    #expect(pen.studio.state.notice?.text == "Saved as 7: 1 drawing of yours")
    let again = try open()
    #expect(again.studio.state.teach.drawings.map(\.digit) == [7])
  }

  @Test func anotherKeyCorrectsTheSameDrawing() throws {
    var pen = try open()
    pen.drawSeven()
    pen.key(.character("1"))
    pen.key(.character("7"))
    pen.settle()
    #expect(try saved().map(\.label) == ["7"])
    #expect(pen.studio.state.notice?.text == "Now a 7 instead of a 1: 1 drawing of yours")
    pen.key(.character("7"))
    pen.settle()
    #expect(try saved().count == 1)
    draw(2, in: &pen, x: 0.5)
    #expect(try saved().map(\.label) == ["7", "2"])
  }

  @Test func undoTakesTheLabelBackAndThenTheInk() throws {
    var pen = try open()
    pen.drawSeven()
    pen.key(.character("1"))
    pen.key(.character("7"))
    pen.settle()
    pen.click("notice.undo")
    pen.settle()
    #expect(try saved().map(\.label) == ["1"])
    pen.key(.character("z"), .control)
    pen.settle()
    #expect(try saved().isEmpty)
    #expect(pen.studio.state.document.strokeCount == 1)
    pen.key(.character("z"), .control)
    #expect(pen.studio.state.document.strokeCount == 0)
  }

  @Test func inkThatWasDrawnAfterwardsIsUndoneFirst() throws {
    var pen = try open()
    pen.drawSeven()
    pen.key(.character("7"))
    pen.draw([(0.4, 0.5), (0.6, 0.5)])
    pen.key(.character("z"), .control)
    pen.settle()
    #expect(pen.studio.state.document.strokeCount == 1)
    #expect(try saved().count == 1)
  }

  @Test func theChooserHasAllDigitsAndTakesKeysToo() throws {
    var pen = try open()
    pen.drawSeven()
    pen.click("teach")
    pen.host.advance(by: .milliseconds(50))
    pen.click("teach.digit.4")
    pen.settle()
    #expect(try saved().map(\.label) == ["4"])
    #expect(pen.studio.state.overlay == nil)
    pen.click("teach")
    pen.key(.character("9"))
    pen.settle()
    #expect(try saved().map(\.label) == ["9"])
  }

  @Test func whatIsNoDrawingIsNotKept() throws {
    var pen = try open()
    pen.key(.character("7"))
    #expect(pen.studio.state.notice?.text.hasPrefix("The canvas is blank") == true)
    pen.draw([(0.5, 0.5), (0.501, 0.5)])
    pen.settle()
    pen.key(.character("7"))
    #expect(pen.studio.state.notice?.text.hasPrefix("Only a dot") == true)
    pen.settle()
    #expect(pen.studio.state.teach.drawings.isEmpty)
    #expect(!home.names.contains { $0 == drawings })
  }

  @Test func theScreenListsDeletesAndBringsBack() throws {
    var pen = try open()
    for (index, digit) in [3, 7, 3].enumerated() { draw(digit, in: &pen, x: 0.1 + 0.2 * Double(index)) }
    pen.click("tab.teach")
    pen.settle()
    #expect(pen.studio.state.teach.answers.count == 3)
    #expect(pen.studio.state.screenName == "teach")
    pen.key(.right)
    #expect(pen.studio.state.teach.chosenDrawing?.digit == 3)
    pen.key(.end)
    #expect(pen.studio.state.teach.chosenDrawing?.digit == 7)
    pen.key(.delete)
    pen.settle()
    #expect(try saved().map(\.label) == ["3", "3"])
    #expect(pen.studio.state.teach.chosenDrawing?.digit == 3)
    pen.key(.character("z"), .control)
    pen.settle()
    #expect(try saved().map(\.label) == ["3", "7", "3"])
    pen.key(.character("1"))
    pen.settle()
    #expect(try saved().map(\.label) == ["3", "1", "3"])
    #expect(pen.studio.state.teach.counts == [0, 1, 0, 2, 0, 0, 0, 0, 0, 0])
  }

  @Test func enterOpensTheDrawingOnTheCanvas() throws {
    var pen = try open()
    draw(3, in: &pen)
    let strokes = pen.studio.state.document.drawing.strokes
    pen.key(.character("c"))
    pen.click("tab.teach")
    pen.settle()
    pen.key(.home)
    pen.key(.enter)
    #expect(pen.studio.state.tab == .draw)
    #expect(pen.studio.state.document.drawing.strokes == strokes)
    pen.key(.character("5"))
    pen.settle()
    #expect(try saved().map(\.label) == ["5"])
    pen.key(.character("z"), .control)
    pen.key(.character("z"), .control)
    #expect(pen.studio.state.document.isBlank)
  }

  @Test func aPressChoosesADrawing() throws {
    var pen = try open()
    for (index, digit) in [3, 7].enumerated() { draw(digit, in: &pen, x: 0.1 + 0.2 * Double(index)) }
    pen.click("tab.teach")
    pen.settle()
    let frame = try #require(pen.studio.stage.scene["teach.drawing.1"]?.frame)
    let point = Point(x: frame.midX, y: frame.midY)
    pen.host.send(.pointer(PointerEvent(.down(.primary), at: point)), .pointer(PointerEvent(.up(.primary), at: point)))
    #expect(pen.studio.state.teach.chosenDrawing?.digit == 7)
  }

  @Test func brokenLinesAreNamedAndStay() throws {
    let directory = home.file(drawings)
    for part in [".local", ".local/share", ".local/share/inkling", drawings] { mkdir(home.file(part), 0o700) }
    let good = "{\"label\":\"4\",\"strokes\":[[[10,10],[90,10],[90,200]]]}"
    try home.write(
      "\(good)\n{\"label\":\"5\",\"strokes\":[[[1\n{\"label\":\"q\",\"strokes\":[[[1,2],[3,4]]]}\n",
      to: drawings + "/old.ndjson")
    try home.write("rubbish", to: drawings + "/rubbish.ndjson")
    var pen = try open()
    #expect(pen.studio.state.teach.drawings.map(\.digit) == [4])
    let troubles = pen.studio.state.teach.troubles.map(\.description)
    #expect(troubles.contains { $0.contains("old.ndjson") && $0.contains("line 2") }, "\(troubles)")
    #expect(troubles.contains { $0.contains("rubbish.ndjson") && $0.contains("line 1") }, "\(troubles)")
    #expect(troubles.count == 3)
    draw(7, in: &pen)
    pen.click("tab.teach")
    pen.settle()
    pen.key(.home)
    pen.key(.character("9"))
    pen.settle()
    let lines = try home.text(drawings + "/old.ndjson").split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].contains("\"label\":\"9\""))
    #expect(lines[1] == "{\"label\":\"5\",\"strokes\":[[[1")
    pen.key(.delete)
    pen.settle()
    #expect(try home.text(drawings + "/old.ndjson").split(separator: "\n").count == 2)
    #expect(PathKind(of: directory + "/rubbish.ndjson") == .file)
  }

  @Test func whereNothingCanBeWrittenItIsSaidAndTheInkStays() throws {
    for part in [".local", ".local/share", ".local/share/inkling"] { mkdir(home.file(part), 0o700) }
    try home.write("in the way", to: drawings)
    var pen = try open()
    pen.drawSeven()
    pen.key(.character("7"))
    pen.settle()
    #expect(pen.studio.state.notice?.kind == .bad)
    #expect(pen.studio.state.notice?.text.hasPrefix("Not kept. ") == true)
    #expect(pen.studio.state.teach.drawings.isEmpty)
    #expect(pen.studio.state.document.strokeCount == 1)
    pen.key(.character("z"), .control)
    #expect(pen.studio.state.document.strokeCount == 0)
  }

  @Test func withoutAHomeItIsSaid() throws {
    var pen = try Pen()
    pen.drawSeven()
    pen.key(.character("7"))
    pen.settle()
    #expect(pen.studio.state.notice?.text.contains("no home directory") == true)
    #expect(pen.studio.state.teach.drawings.isEmpty)
  }

  @Test func allAreExportedAsLinesAndAsRows() throws {
    var pen = try open()
    for (index, digit) in [3, 7].enumerated() { draw(digit, in: &pen, x: 0.1 + 0.2 * Double(index)) }
    let (lines, rows) = (home.file("mine.ndjson"), home.file("mine.csv"))
    for path in [lines, rows] { try PersonalExport.save(pen.studio.state.teach.drawings, to: path) }
    #expect(try DrawingFile.read(path: lines).drawings.map(\.label) == ["3", "7"])
    let text = try home.text("mine.csv").split(separator: "\n")
    #expect(text.count == 3)
    #expect(text[0].hasPrefix("label,pixel0,pixel1,"))
    #expect(text[2].hasPrefix("7,0,"))
    #expect(text.allSatisfy { $0.split(separator: ",").count == 785 })
  }

  @Test func thousandsOfDrawingsScrollToTheirEnd() throws {
    for part in [".local", ".local/share", ".local/share/inkling", drawings] { mkdir(home.file(part), 0o700) }
    let lines = (0..<600).map { index in
      "{\"label\":\"\(index % 10)\",\"strokes\":[[[10,10],[\(90 + index),10],[90,200]]]}\n"
    }
    try home.write(lines.joined(), to: drawings + "/many.ndjson")
    let pen = try open(size: PixelSize(width: 800, height: 600))
    pen.studio.perform(.control("tab.teach"))
    pen.settle()
    #expect(pen.studio.state.teach.drawings.count == 600)
    pen.key(.end)
    pen.host.advance(by: .milliseconds(50))
    #expect(pen.studio.stage.scene["teach.drawing.599"] != nil)
    let list = try #require(pen.studio.stage.scene["teach.drawings"]?.frame)
    for element in pen.studio.stage.scene.elements where element.name.rawValue.hasPrefix("teach.drawing.") {
      #expect(list.contains(element.frame), "\(element.name): \(element.frame)")
    }
    pen.studio.perform(.scrolled("teach.drawings", ScrollEvent(at: Point(x: 0, y: 0), notches: Point(x: 0, y: -1e9))))
    #expect(pen.studio.state.teach.firstLine == 0)
  }

  @Test(arguments: [
    PixelSize(width: 680, height: 480), PixelSize(width: 800, height: 600), PixelSize(width: 1366, height: 768),
    PixelSize(width: 900, height: 1200), PixelSize(width: 1920, height: 1080),
  ]) func everythingIsInsideTheWindow(_ size: PixelSize) throws {
    var pen = try open(size: size)
    for digit in 0..<10 { draw(digit, in: &pen, x: 0.05 + 0.05 * Double(digit)) }
    pen.studio.perform(.control("tab.teach"))
    pen.settle()
    pen.key(.home)
    pen.host.advance(by: .milliseconds(50))
    let elements = pen.studio.stage.scene.elements.filter { $0.name.rawValue.hasPrefix("teach.") }
    #expect(elements.count >= 20)
    for element in elements {
      #expect(pen.studio.layout.body.contains(element.frame), "\(size) \(element.name): \(element.frame)")
    }
    #expect(Set(elements.map(\.name)).count == elements.count)
  }
}
