import DigitData
import Graphics
import Ink
import Studio
import Testing
import Toolkit
import Training

/// The pictures behind the numbers.
@Suite @MainActor
struct PerformanceDigitsTests {
  /// Twelve digits: the first eleven are fours read as nines, one surer than the other, the last is read right.
  private static var answers: TestAnswers {
    let pixels = (0..<12).flatMap { index in [UInt8](repeating: UInt8(index * 20), count: DigitSet.pixelCount) }
    let digits = DigitSet(pixels: pixels, labels: [UInt8](repeating: 4, count: 12))
    let shares = (0..<12).flatMap { index in
      let (read, next) = index == 11 ? (4, 9) : (9, 4)
      let sure = 0.5 + Float(index) / 100
      return (0..<10).map { $0 == read ? sure : $0 == next ? 0.3 : (0.7 - sure) / 8 }
    }
    return TestAnswers(
      test: digits, probabilities: shares, training: digits, source: "twelve", options: TrainingOptions())
  }

  /// The matrix with its cell "4 read as 9" chosen, and pictures behind it.
  private func open(size: PixelSize = PixelSize(width: 1280, height: 800), isAsked: Bool = false) throws -> Pen {
    let pen = try Pen(size: size)
    pen.click("tab.performance")
    pen.settle()
    take(PerformanceDigitsTests.answers, pen, isAsked: isAsked)
    return pen
  }

  /// Has the studio take answers as if the test digits were on this computer.
  private func take(_ answers: TestAnswers, _ pen: Pen, isAsked: Bool) {
    // No letter is opened in between: the answers come before it is known that there are no digits.
    pen.studio.perform(.control(isAsked ? "performance.evaluate" : "performance.mistakes"))
    let run = pen.studio.state.performance.run?.number ?? -1
    pen.studio.perform(.performance(.tested(answers, run: run)))
    pen.settle()
  }

  @Test func theSurestMistakeComesFirst() {
    #expect(PerformanceDigitsTests.answers.indices(of: .mistakes) == [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    #expect(PerformanceDigitsTests.answers.indices(of: .cell(written: 4, read: 4)) == [11])
    #expect(PerformanceDigitsTests.answers.indices(of: .cell(written: 9, read: 4)).isEmpty)
  }

  @Test func enterPutsTheChosenDigitOnTheCanvas() throws {
    let pen = try open()
    pen.click("performance.mistakes")
    pen.key(.right)
    pen.key(.right)
    #expect(pen.studio.state.performanceReadOut.hasPrefix("Test digit 8: written 4, read as 9, 58.0"))
    pen.key(.enter)
    #expect(pen.studio.state.tab == .draw)
    #expect(pen.studio.state.document.drawing.image != nil)
    pen.key(.character("z"), .control)
    #expect(pen.studio.state.document.drawing.image == nil)
  }

  @Test func theWalkStopsAtBothEnds() throws {
    let pen = try open()
    pen.click("performance.mistakes")
    pen.key(.left)
    #expect(pen.studio.state.performance.image == 0)
    pen.key(.end)
    pen.key(.down)
    #expect(pen.studio.state.performance.image == 10)
  }

  @Test func answersOfAnotherRunAreDropped() throws {
    let pen = try open()
    pen.studio.perform(.performance(.tested(PerformanceDigitsTests.answers, run: 999)))
    let other = try Pen()
    other.click("tab.performance")
    other.studio.perform(.performance(.tested(PerformanceDigitsTests.answers, run: 999)))
    #expect(other.studio.state.performance.tests == nil)
  }

  @Test func aClickOnAPicturePutsItOnTheCanvas() throws {
    let pen = try open()
    let frame = try #require(pen.studio.stage.scene["performance.digits"]?.frame)
    let beyond = Point(x: frame.maxX - 4, y: frame.maxY - 4)
    pen.host.send(.pointer(PointerEvent(.down(.primary), at: beyond)))
    pen.host.send(.pointer(PointerEvent(.up(.primary), at: beyond)))
    #expect(pen.studio.state.tab == .performance)
    let place = Point(x: frame.x + 20, y: frame.y + 20)
    pen.host.send(.pointer(PointerEvent(.down(.primary), at: place)))
    #expect(pen.studio.state.tab == .performance)
    pen.host.send(.pointer(PointerEvent(.up(.primary), at: place)))
    #expect(pen.studio.state.tab == .draw)
    #expect(pen.studio.state.document.drawing.image != nil)
    #expect(pen.studio.state.document.strokeCount == 0)
  }

  @Test func theWorstDigitIsThreeClicksFromTheCanvas() throws {
    let pen = try open()
    pen.click("tab.draw")
    pen.click("tab.performance")
    pen.click("performance.overview")
    pen.click("performance.fact.worst")
    #expect(pen.studio.state.performance.page == .report)
    let worst = try #require(pen.studio.state.performance.metrics?.worstClass)
    #expect(pen.studio.state.performance.choice == .missed(worst))
    #expect(pen.studio.stage.scene["performance.list.title"]?.look.text == "\(worst) read as another digit")
  }

  @Test func rowsOfTheReportListTheirDigits() throws {
    let pen = try open()
    pen.click("performance.report")
    let table = try #require(pen.studio.stage.scene["performance.classes"]?.frame)
    let row = (table.height - 26) / 12
    func click(_ digit: Double, _ share: Double) {
      let place = Point(x: table.x + table.width * share, y: table.y + 26 + min(36, row.rounded(.down)) * (digit + 0.5))
      pen.host.send(
        .pointer(PointerEvent(.down(.primary), at: place)), .pointer(PointerEvent(.up(.primary), at: place)))
    }
    click(4, 0.98)
    #expect(pen.studio.state.performance.choice == .missed(4))
    #expect(pen.studio.state.screenValues.first { $0.key == "listed" }?.value == "11")
    click(9, 0.4)
    #expect(pen.studio.state.performance.choice == .taken(9))
    #expect(pen.studio.state.screenValues.first { $0.key == "listed" }?.value == "11")
    pen.key(.escape)
    pen.key(.up)
    #expect(pen.studio.state.performance.choice == .taken(8))
    #expect(pen.studio.state.screenValues.first { $0.key == "listed" }?.value == "0")
  }

  @Test func binsListTheirDigits() throws {
    let pen = try open(isAsked: true)
    pen.click("performance.calibration")
    let count = try #require(pen.studio.state.performance.metrics?.reliability.count)
    #expect(count == 12)
    pen.key(.right)
    pen.key(.enter)
    #expect(pen.studio.state.performance.choice == .bin(0, of: 12))
    #expect(pen.studio.state.screenValues.first { $0.key == "digit" }?.value == "0")
    #expect(pen.studio.stage.scene["performance.digits"] != nil)
    pen.key(.escape)
    #expect(pen.studio.stage.scene["performance.threshold"] != nil)
  }

  @Test func aThresholdListsWhatIsWrongAboveIt() throws {
    let pen = try open(isAsked: true)
    pen.click("performance.calibration")
    pen.studio.perform(.value("performance.threshold", 55))
    pen.settle()
    pen.click("performance.threshold.wrong")
    #expect(pen.studio.state.screenValues.first { $0.key == "listed" }?.value == "6")
  }

  @Test func measuredFiguresSaySo() throws {
    let pen = try open(isAsked: true)
    #expect(pen.studio.state.performance.isMeasured)
    #expect(pen.studio.state.performance.metrics?.count == 12)
    pen.click("performance.overview")
    pen.settle()
    #expect(pen.studio.stage.scene["performance.measured"]?.look.text.hasPrefix("Measured now, 12 digits in ") == true)
    #expect(pen.studio.state.screenValues.first { $0.key == "measured" }?.value == "true")
    #expect(pen.studio.state.screenValues.first { $0.key == "count" }?.value == "12")
  }

  @Test func picturesAloneLeaveTheFiguresOfTheFile() throws {
    let pen = try open()
    #expect(!pen.studio.state.performance.isMeasured)
    #expect(pen.studio.state.performance.metrics?.count == 10_000)
  }

  @Test func theWheelMovesTheList() throws {
    let pen = try open(size: PixelSize(width: 800, height: 600))
    let frame = try #require(pen.studio.stage.scene["performance.digits"]?.frame)
    let event = ScrollEvent(at: Point(x: frame.midX, y: frame.midY), notches: Point(x: 0, y: 1))
    pen.host.send(.scroll(event))
    // Eleven pictures have room in a small window: there is nowhere to go.
    #expect(pen.studio.state.performance.firstImageRow == 0)
  }
}
