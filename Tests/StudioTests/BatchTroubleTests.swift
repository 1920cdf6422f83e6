import Charts
import DigitData
import Glibc
import Graphics
import Ink
import Recognition
import Studio
import Testing
import Toolkit

/// What goes wrong with batches.
@Suite @MainActor
struct BatchTroubleTests {
  private let directory: StorageDirectory

  init() throws { directory = try StorageDirectory() }

  @Test func ofManyBadRowsTheFirstAreKeptAndAllAreCounted() throws {
    let path = try directory.write(String(repeating: "1,2,3\n", count: 40_000), to: "bad.csv")
    let pen = try BatchFiles.open([path])
    let batch = pen.studio.state.batch
    #expect(batch.tally.bad == 40_000 && batch.table.count == 40_000)
    #expect(batch.troubles.kept.count == BatchTroubles.most)
    #expect(batch.phase == .done)
    pen.key(.end)
    #expect(pen.studio.state.batchReadOut.contains("only the first"))
    #expect(pen.studio.stage.scene["batch.row.39999"] != nil)
  }

  @Test func raggedRowsTextAndFractionsSayWhy() throws {
    let good = BatchFiles.csv(1)
    let path = try directory.write(
      good + "1,2,3\n" + good.replacing(",255,", with: ",2S5,") + good.replacing(",255,", with: ",300,") + good
        + "\u{1F600}\n", to: "mixed.csv")
    let pen = try BatchFiles.open([path])
    let batch = pen.studio.state.batch
    #expect(batch.tally.count == 6 && batch.tally.bad == 4)
    #expect(batch.troubles.kept.map { $0.error.line } == [2, 3, 4, 6])
    let reasons = batch.troubles.kept.map(\.error.reason)
    #expect(reasons[0] == "3 columns where 785 are expected")
    #expect(reasons[1].contains("'2S5' is not a number from 0 to 255"))
    #expect(reasons[2].contains("'300' is not a number from 0 to 255"))
  }

  @Test func whatIsNoTableSaysSo() throws {
    for (name, text) in [("empty.csv", ""), ("head.csv", "a,b,c\n1,2,3\n")] {
      let pen = try BatchFiles.open([try directory.write(text, to: name)])
      #expect(pen.studio.state.notice != nil, "\(name)")
      #expect(pen.studio.state.batch.table.count == 0)
    }
    let pen = try BatchFiles.open([directory.file("none.csv")])
    #expect(pen.studio.state.notice?.text.contains("no such file") == true)
    #expect(pen.studio.state.batch.phase != .done && pen.studio.state.batch.phase != .running)
  }

  @Test func aFolderOfEverythingIsReadAsFarAsItCanBe() throws {
    #expect(mkdir(directory.file("7"), 0o700) == 0)
    let png = try BatchFiles.png()
    for index in 0..<20 { try directory.write(png, to: "7/\(index).png") }
    try directory.write("no picture", to: "notes.txt")
    try directory.write(Array(png.prefix(200)), to: "cut.png")
    try directory.write([], to: "empty.jpg")
    #expect(mkfifo(directory.file("pipe.png"), 0o600) == 0)
    let pen = try BatchFiles.open([directory.path])
    let batch = pen.studio.state.batch
    #expect(batch.phase == .done)
    #expect(batch.tally.count == 24 && batch.tally.bad == 4)
    #expect(batch.tally.labelled == 20)
    #expect((0..<24).count { batch.table[$0].label == 7 } == 20)
    let reasons = Dictionary(
      uniqueKeysWithValues: batch.troubles.kept.map {
        (batch.files[$0.row].split(separator: "/").last ?? "", $0.error.reason)
      })
    #expect(reasons["notes.txt"]?.contains("not a PNG or a JPEG") == true)
    #expect(reasons["pipe.png"] == "is skipped: it is not a plain file")
    #expect(reasons["empty.jpg"]?.contains("empty") == true)
    #expect(reasons["cut.png"] != nil)
    pen.key(.enter)
    BatchFiles.settle(pen)
    #expect(pen.studio.state.tab == .draw)
  }

  @Test func foldersThatAreNotReadAreNamed() throws {
    let png = try BatchFiles.png()
    try directory.write(png, to: "one.png")
    var path = directory.path
    for depth in 1...20 {
      path += "/\(depth)"
      #expect(mkdir(path, 0o700) == 0)
    }
    let closed = directory.file("closed")
    #expect(mkdir(closed, 0) == 0)
    defer { chmod(closed, 0o700) }
    let pen = try BatchFiles.open([directory.path])
    let batch = pen.studio.state.batch
    #expect(batch.phase == .done && batch.tally.count == 1 && batch.tally.bad == 0)
    let said = (0..<2).compactMap { pen.studio.stage.scene[ControlName(rawValue: "batch.gap.\($0)")]?.look.text }
    #expect(said.contains("Folder 16: it lies 16 folders deep; open it by itself"))
    // The administrator may read everything.
    guard geteuid() != 0 else { return }
    #expect(said.contains("Folder closed: Permission denied"))
    let alone = try BatchFiles.open([closed])
    #expect(alone.studio.state.notice?.text.hasPrefix("Could not read folder closed: Permission denied") == true)
  }

  @Test func namesThatAreNoTextAreCounted() throws {
    try directory.write(try BatchFiles.png(), to: "one.png")
    for byte in [UInt8(0xFF), 0xFE] {
      let file = Glibc.open(
        Array((directory.path + "/").utf8CString.dropLast()) + [CChar(bitPattern: byte), 0], O_CREAT, 0o600)
      #expect(file >= 0)
      close(file)
    }
    let pen = try BatchFiles.open([directory.path])
    #expect(pen.studio.state.batch.tally.count == 1)
    let said = pen.studio.stage.scene["batch.gap.0"]?.look.text
    #expect(said?.hasSuffix("2 names in it are no UTF-8; give these files other names") == true, "\(said ?? "nothing")")
  }

  @Test(arguments: [PixelSize(width: 1280, height: 800), PixelSize(width: 800, height: 600)])
  func aListThatIsCutSaysSo(_ size: PixelSize) throws {
    let path = try directory.write(BatchFiles.csv(40, bad: Set(3..<30)), to: "class.csv")
    let pen = try BatchFiles.open([path], size: size)
    var gaps = BatchGaps()
    gaps.cutAt = 1_000_000
    for index in 0..<300 { gaps.add(.init(path: "/scans/\(index)\n", reason: "Permission denied")) }
    #expect(gaps.folders.count == BatchGaps.most && gaps.count == 301)
    pen.studio.perform(.batch(.opened(run: pen.studio.state.batch.run, files: [], gaps: gaps)))
    if size.width < 1000 {
      pen.key(.enter)
      pen.click("batch.page.summary")
    }
    pen.host.advance(by: .milliseconds(50))
    let scene = pen.studio.stage.scene
    #expect(scene["batch.bad.title"]?.look.text == "Not read")
    #expect(
      scene["batch.gap.0"]?.look.text
        == "Only the first 1,000,000 files: open folders of fewer files one after the other"
        || size.width < 1000)
    let shown = scene.elements.count {
      $0.name.rawValue.hasPrefix("batch.gap.") || $0.name.rawValue.hasPrefix("batch.bad.3")
    }
    let rest = try #require(scene["batch.bad.rest"]?.look.text)
    #expect(rest.contains("\(328 - shown)"))
    #expect(pen.studio.state.batch.gaps.notice?.contains("0\u{FFFD} and 299 other folders: Permission denied") == true)
  }

  @Test func aFileThatWentIsTold() throws {
    let path = try directory.write(BatchFiles.csv(8_000), to: "class.csv")
    let pen = try Pen()
    pen.studio.perform(.batch(.open([path])))
    usleep(60_000)
    pen.host.advance(by: .milliseconds(20))
    unlink(path)
    BatchFiles.settle(pen)
    let batch = pen.studio.state.batch
    // It may have been done before the file went, or not even opened.
    guard batch.fate != .same, batch.phase == .done else { return }
    #expect(batch.fate == .removed)
    #expect(batch.tally.count == 8_000)
    #expect(pen.studio.state.notice?.text.contains("was removed while it was read") == true)
    pen.key(.enter)
    BatchFiles.settle(pen)
    #expect(pen.studio.state.document.drawing.image != nil)
  }

  @Test func aFileThatChangedIsTold() throws {
    let pen = try Pen()
    pen.studio.perform(.batch(.open([directory.file("x.csv")])))
    BatchFiles.settle(pen)
    let run = pen.studio.state.batch.run
    pen.studio.perform(.batch(.ended(.done, .changed, run: run)))
    #expect(pen.studio.state.notice?.text.contains("was changed while it was read") == true)
    pen.studio.perform(.batch(.ended(.failed("late"), .same, run: run - 1)))
    #expect(pen.studio.state.batch.phase == .done)
  }

  @Test func dropsAndNamesLeadHere() throws {
    let path = try directory.write(BatchFiles.csv(10), to: "class.csv")
    let dropped = try Pen()
    dropped.host.send(.delivery(Delivery(.drop(Point(x: 9, y: 9)), .files([path]))))
    BatchFiles.settle(dropped)
    #expect(dropped.studio.state.batch.tally.count == 10)
    var options = Pen.options
    options.files = [path]
    let named = try Pen(options: options)
    BatchFiles.settle(named)
    #expect(named.studio.state.batch.tally.count == 10)
    #expect(named.studio.state.tab == .batch)
    #expect(mkdir(directory.file("scans"), 0o700) == 0)
    try directory.write(try BatchFiles.png(), to: "scans/seven.png")
    options.files = [directory.file("scans")]
    let other = try Pen()
    other.host.send(.delivery(Delivery(.drop(Point(x: 9, y: 9)), .files(options.files))))
    for pen in [other, try Pen(options: options)] {
      BatchFiles.settle(pen)
      #expect(pen.studio.state.tab == .batch && pen.studio.state.batch.tally.count == 1)
    }
  }
}
