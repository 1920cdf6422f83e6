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
  }
}
