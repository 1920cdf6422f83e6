import DigitData
import Graphics
import Ink
import Studio
import Testing
import Toolkit

/// The pictures behind the numbers.
@Suite @MainActor
struct PerformanceDigitsTests {
  /// Twelve digits: the first eleven are fours read as nines, one surer than the other, the last is read right.
  private static var answers: TestAnswers {
    let pixels = (0..<12).flatMap { index in [UInt8](repeating: UInt8(index * 20), count: DigitSet.pixelCount) }
    let digits = DigitSet(pixels: pixels, labels: [UInt8](repeating: 4, count: 12))
    let answers = (0..<12).map { index in
      TestAnswers.Answer(
        written: 4, read: index == 11 ? 4 : 9, second: 4, confidence: 0.5 + Double(index) / 100, secondShare: 0.3)
    }
    return TestAnswers(
      digits: digits, answers: answers, trainingCounts: [Int](repeating: 1, count: 10), samples: digits)
  }

  /// The matrix with its cell "4 read as 9" chosen, and pictures behind it.
  private func open(size: PixelSize = PixelSize(width: 1280, height: 800)) throws -> Pen {
    let pen = try Pen(size: size)
    pen.click("tab.performance")
    pen.studio.waitForFiles()
    pen.host.advance(by: .milliseconds(50))
    let directory = try #require(pen.studio.state.model?.directory)
    pen.studio.perform(.performance(.tested(PerformanceDigitsTests.answers, directory: directory)))
    pen.host.advance(by: .milliseconds(50))
    return pen
  }

  @Test func theSurestMistakeComesFirst() {
    #expect(PerformanceDigitsTests.answers.mistakes == [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
    #expect(PerformanceDigitsTests.answers.indices(written: 4, read: 4) == [11])
    #expect(PerformanceDigitsTests.answers.indices(written: 9, read: 4).isEmpty)
  }

  @Test func enterPutsTheChosenDigitOnTheCanvas() throws {
    let pen = try open()
    pen.click("performance.mistakes")
    pen.studio.stage.moveFocus(to: nil)
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
    pen.studio.stage.moveFocus(to: nil)
    pen.key(.left)
    #expect(pen.studio.state.performance.image == 0)
    pen.key(.end)
    pen.key(.down)
    #expect(pen.studio.state.performance.image == 10)
  }

  @Test func answersOfAnotherModelAreDropped() throws {
    let pen = try Pen()
    pen.click("tab.performance")
    pen.studio.perform(.performance(.tested(PerformanceDigitsTests.answers, directory: "/elsewhere")))
    #expect(pen.studio.state.performance.tests == nil)
  }
}
