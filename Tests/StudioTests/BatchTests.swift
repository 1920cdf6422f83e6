import Charts
import DigitData
import Glibc
import Graphics
import Ink
import Recognition
import Studio
import Testing
import Toolkit

/// The batch screen, from a file to another file.
@Suite @MainActor
struct BatchTests {
  private let directory: StorageDirectory

  init() throws { directory = try StorageDirectory() }

  private func open(_ count: Int = 700, bad: Set<Int> = [3, 650], label: Int? = 7) throws -> Pen {
    try BatchFiles.open([directory.write(BatchFiles.csv(count, label: label, bad: bad), to: "class.csv")])
  }

  private func listed(_ pen: Pen) -> [Int] {
    (0..<pen.studio.state.batch.listed).compactMap { pen.studio.state.batch.row(at: $0) }
  }

  @Test func aFileIsReadToItsEnd() throws {
    let pen = try open()
    let batch = pen.studio.state.batch
    #expect(pen.studio.state.tab == .batch)
    #expect(batch.phase == .done)
    #expect(batch.tally.count == 700 && batch.table.count == 700)
    #expect(batch.tally.bad == 2)
    #expect(batch.troubles.kept.map(\.row) == [3, 650])
    #expect(batch.troubles.kept.first?.error.line == 4)
    #expect(batch.tally.blank == (0..<700).count { $0 % 5 == 4 && ![3, 650].contains($0) })
    #expect(batch.table[0].digit == 7)
    #expect(batch.tally.labelled == batch.tally.read)
    #expect(batch.tally.right == (0..<700).count { $0 % 3 != 0 && $0 % 5 != 4 && ![3, 650].contains($0) })
    #expect(batch.tally.confusion[1][7] + batch.tally.confusion[7][7] + batch.tally.blank == batch.tally.read)
    let values = Dictionary(uniqueKeysWithValues: pen.studio.state.screenValues.map { ($0.key, $0.value) })
    #expect(pen.studio.state.screenName == "batch")
    #expect(values["rows"] == "700" && values["bad"] == "2" && values["done"] == "true")
    #expect(values["accuracy"] == batch.tally.accuracy.map { "\($0)" })
  }

  @Test func onlyRowsThatAreSeenHaveElements() throws {
    let pen = try open()
    let rows = pen.studio.stage.scene.elements.filter {
      $0.name.rawValue.hasPrefix("batch.row.") && Int($0.name.rawValue.dropFirst(10)) != nil
    }
    #expect((8...20).contains(rows.count))
    #expect(pen.studio.stage.scene["batch.row.0"] != nil)
    pen.key(.end)
    #expect(pen.studio.stage.scene["batch.row.699"] != nil)
    #expect(pen.studio.stage.scene["batch.row.0"] == nil)
    #expect(pen.studio.state.batch.selected == 699)
    pen.key(.home)
    pen.key(.pageDown)
    pen.key(.down)
    pen.key(.up)
    let page = Int(BatchLayout(pen.studio.layout).rowsOnPage) - 1
    #expect(pen.studio.state.batch.selected == page)
  }

  @Test func filtersListWhatTheySay() throws {
    let pen = try open()
    pen.click("batch.filter.wrong")
    BatchFiles.settle(pen)
    #expect(listed(pen) == (0..<700).filter { ($0 % 3 == 0 || $0 % 5 == 4) && ![3, 650].contains($0) })
    pen.click("batch.filter.bad")
    BatchFiles.settle(pen)
    #expect(listed(pen) == [3, 650])
    #expect(pen.studio.stage.scene["batch.row.3"]?.look.text.contains("Line 4: ") == true)
    pen.click("batch.filter.all")
    pen.studio.perform(.control("batch.digits.1"))
    BatchFiles.settle(pen)
    #expect(listed(pen) == (0..<700).filter { $0 % 3 == 0 && ![3].contains($0) })
    pen.studio.perform(.control("batch.digits.2"))
    BatchFiles.settle(pen)
    #expect(listed(pen).isEmpty)
    pen.click("batch.showall")
    #expect(listed(pen).count == 700)
  }

  @Test func sortingGoesBothWaysAndKeepsTheSelection() throws {
    let pen = try open()
    pen.key(.down)
    pen.click("batch.head.confidence")
    BatchFiles.settle(pen)
    let table = pen.studio.state.batch.table
    let shares = listed(pen).filter { table[$0].status != .bad }.map {
      table[$0].digit == nil ? 0 : table[$0].probabilities.max() ?? 0
    }
    #expect(shares == shares.sorted())
    #expect(listed(pen).suffix(2) == [3, 650])
    #expect(pen.studio.state.batch.selected == 1)
    pen.click("batch.head.confidence")
    BatchFiles.settle(pen)
    let rows = listed(pen)
    #expect(Set(rows).count == 700)
    #expect(table[rows[2]].probabilities.max() ?? 0 >= table[rows[600]].probabilities.max() ?? 1)
    pen.click("batch.head.row")
    BatchFiles.settle(pen)
    #expect(listed(pen) == Array(0..<700))
    pen.click("batch.head.row")
    BatchFiles.settle(pen)
    #expect(listed(pen) == (0..<700).reversed())
  }

  @Test func aRowGoesOntoTheCanvas() throws {
    let pen = try open()
    pen.key(.enter)
    BatchFiles.settle(pen)
    #expect(pen.studio.state.tab == .draw)
    #expect(pen.studio.state.document.drawing.image != nil)
    #expect(pen.studio.state.reading.answer?.digit == 7)
    pen.key(.character("z"), .control)
    #expect(pen.studio.state.document.drawing.image == nil)
    pen.click("tab.batch")
    let frame = try #require(pen.studio.stage.scene["batch.row.2"]?.frame)
    let place = Point(x: frame.midX, y: frame.midY)
    for _ in 0..<2 {
      pen.host.send(
        .pointer(PointerEvent(.down(.primary), at: place)), .pointer(PointerEvent(.up(.primary), at: place)))
    }
    BatchFiles.settle(pen)
    #expect(pen.studio.state.tab == .draw)
    #expect(pen.studio.state.batch.selected == 2)
  }

  @Test func cellsOfTheMatrixListTheirRows() throws {
    let pen = try open()
    pen.click("batch.page.confusion")
    let frame = try #require(pen.studio.stage.scene["batch.matrix"]?.frame)
    let chart = pen.studio.state.batchChart
    let place = stride(from: 0.0, to: frame.height, by: 4).flatMap { y in
      stride(from: 0.0, to: frame.width, by: 4).map { Point(x: $0, y: y) }
    }.first { chart.cell(at: $0, in: Rect(frame.size)).map { $0.row == 1 && $0.column == 7 } ?? false }
    let inside = try #require(place)
    pen.studio.perform(.batch(.pressed("batch.matrix", inside, frame.size, now: .zero)))
    BatchFiles.settle(pen)
    #expect(listed(pen).count == pen.studio.state.batch.tally.confusion[1][7])
    #expect(listed(pen).allSatisfy { $0 % 3 == 0 })
  }

  @Test(arguments: ["csv", "jsonl", "xlsx"])
  func rowsAreExported(ending: String) throws {
    let pen = try open(300, bad: [7])
    pen.studio.perform(.control(ControlName(rawValue: "batch.export.\(ending)")))
    guard case .files(let chooser) = pen.studio.state.overlay else {
      Issue.record("no chooser")
      return
    }
    #expect(chooser.field.text == "class-answers.\(ending)")
    let path = directory.file("out.\(ending)")
    pen.studio.perform(.dismiss)
    pen.studio.perform(.batch(.export(path)))
    BatchFiles.settle(pen)
    #expect(pen.studio.state.notice?.text == "Saved as \(path)")
    #expect(!pen.studio.state.batch.isExporting)
    if ending == "xlsx" {
      #expect(try directory.read("out.xlsx").starts(with: Array("PK".utf8)))
      return
    }
    let lines = try directory.text("out.\(ending)").split(separator: "\n")
    #expect(lines.count == (ending == "csv" ? 301 : 300))
    #expect(lines[ending == "csv" ? 8 : 7].contains("error"))
  }

  @Test func whatCannotBeWrittenIsTold() throws {
    let pen = try open(20, bad: [])
    pen.studio.perform(.batch(.export(directory.file("none/out.csv"))))
    BatchFiles.settle(pen)
    #expect(pen.studio.state.notice?.kind == .bad)
    #expect(pen.studio.state.notice?.text.contains("No such file or directory") == true)
    #expect(directory.names == ["class.csv"])
  }

  @Test func theLimitIsKept() throws {
    let pen = try Pen()
    pen.click("tab.batch")
    pen.studio.perform(.control("batch.limit.1000"))
    let path = try directory.write(BatchFiles.csv(1_300), to: "class.csv")
    pen.studio.perform(.batch(.open([path])))
    BatchFiles.settle(pen)
    #expect(pen.studio.state.batch.tally.count == 1_000)
    #expect(pen.studio.state.batch.phase == .done)
    pen.studio.perform(.control("batch.limit.all"))
    pen.click("batch.run")
    BatchFiles.settle(pen)
    #expect(pen.studio.state.batch.tally.count == 1_300)
  }

  @Test func aRunIsCancelledAtAnyMoment() throws {
    let path = try directory.write(BatchFiles.csv(6_000), to: "class.csv")
    for moment in 0..<3 {
      var pen = try Pen()
      pen.studio.perform(.batch(.open([path])))
      for _ in 0..<moment * 3 {
        usleep(20_000)
        pen.host.advance(by: .milliseconds(20))
      }
      pen.studio.perform(.control("batch.cancel"))
      BatchFiles.settle(pen)
      let batch = pen.studio.state.batch
      #expect(batch.phase == .cancelled || batch.tally.count == 6_000)
      #expect(batch.table.count == batch.tally.count)
      pen.click("tab.draw")
      pen.drawSeven()
      #expect(pen.studio.state.reading.answer?.digit == 7)
    }
  }

  @Test func anotherFileDropsTheOneBefore() throws {
    let pen = try Pen()
    let first = try directory.write(BatchFiles.csv(4_000), to: "first.csv")
    let second = try directory.write(BatchFiles.csv(30), to: "second.csv")
    pen.studio.perform(.batch(.open([first])))
    pen.host.advance(by: .milliseconds(20))
    pen.studio.perform(.batch(.open([second])))
    BatchFiles.settle(pen)
    #expect(pen.studio.state.batch.tally.count == 30)
    #expect(pen.studio.state.batch.phase == .done)
  }

  @Test func theEscapeKeyLeadsBackInASmallWindow() throws {
    let path = try directory.write(BatchFiles.csv(50), to: "class.csv")
    let pen = try BatchFiles.open([path], size: PixelSize(width: 800, height: 600))
    #expect(pen.studio.stage.scene["batch.image"] == nil)
    pen.key(.enter)
    #expect(pen.studio.stage.scene["batch.image"] != nil)
    #expect(pen.studio.stage.scene["batch.table"] == nil)
    pen.key(.down)
    #expect(pen.studio.state.batch.selected == 1)
    pen.key(.escape)
    #expect(pen.studio.stage.scene["batch.table"] != nil)
    pen.key(.enter)
    pen.key(.enter)
    BatchFiles.settle(pen)
    #expect(pen.studio.state.tab == .draw)
  }

  @Test func theScrollBarIsDragged() throws {
    let pen = try open()
    let bar = try #require(pen.studio.stage.scene["batch.scroll"]?.frame)
    let (top, end) = (Point(x: bar.maxX - 6, y: bar.y + 10), Point(x: bar.maxX - 6, y: bar.maxY + 40))
    pen.host.send(.pointer(PointerEvent(.down(.primary), at: top)), .pointer(PointerEvent(.moved, at: end)))
    #expect(pen.studio.stage.scene["batch.row.699"] != nil)
    pen.host.send(.pointer(PointerEvent(.moved, at: top)), .pointer(PointerEvent(.up(.primary), at: top)))
    #expect(pen.studio.state.batch.firstRow == 0)
    pen.host.send(.scroll(ScrollEvent(at: Point(x: 300, y: 500), notches: Point(x: 0, y: 2))))
    #expect(pen.studio.state.batch.firstRow == 6)
  }
}
