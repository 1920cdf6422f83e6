import DigitData
import Foundation
import NeuralNet
import Reports
import Studio
import Testing
import Toolkit
import Training

private let published = ProcessInfo.processInfo.environment["INKLING_DATA"].flatMap { $0.isEmpty ? nil : $0 }

/// Figures that are measured now; with the real files, which are not part of the repository.
@Suite(.serialized, .enabled(if: published != nil, "INKLING_DATA does not name a directory with MNIST")) @MainActor
struct PerformanceEvaluationTests {
  private func open() throws -> Pen {
    let pen = try Pen(environment: ["INKLING_DATA": published ?? ""])
    pen.click("tab.performance")
    pen.settle()
    return pen
  }

  @Test func theFiguresAreThoseOfTheTrainer() throws {
    let pen = try open()
    pen.click("performance.evaluate")
    #expect(pen.studio.state.performance.run?.isAsked == true)
    pen.settle()
    #expect(pen.studio.state.performance.isMeasured)
    let directory = try #require(pen.studio.state.model?.directory)
    let test = try MNIST.load(from: published, options: MNISTOptions(environment: [:])).test
    let expected = ModelMetrics(try Evaluator(try Model.load(path: ModelDirectory(directory).weights)).evaluate(test))
    var shown = try #require(pen.studio.state.performance.metrics)
    let stored = try #require(pen.studio.state.performance.findings?.metrics)
    #expect(shown.parameters == stored.parameters && shown.drawn == stored.drawn && shown.data == "MNIST")
    (shown.arch, shown.parameters, shown.multiplyAdds) = (nil, nil, nil)
    (shown.trainingSeconds, shown.seed, shown.drawn, shown.data) = (nil, nil, nil, nil)
    #expect(shown == expected)
    #expect(shown.accuracy == stored.accuracy)
    #expect(shown.confusion == stored.confusion)
  }

  @Test func everyCellBinAndRowHasAsManyPicturesAsItSays() throws {
    let pen = try open()
    pen.click("performance.evaluate")
    pen.settle()
    let tests = try #require(pen.studio.state.performance.tests)
    let metrics = tests.metrics
    for row in 0..<10 {
      for column in 0..<10 {
        #expect(tests.indices(of: .cell(written: row, read: column)).count == metrics.confusion[row][column])
      }
      let (written, right) = (Int(metrics.report.classes[row].support), metrics.confusion[row][row])
      #expect(tests.indices(of: .missed(row)).count == written - right)
      #expect(tests.indices(of: .written(row)).count == written)
    }
    for (bin, figures) in metrics.reliability.enumerated() {
      let places = tests.indices(of: .bin(bin, of: metrics.reliability.count))
      #expect(places.count == figures.count)
      let right = places.count { tests.answers[$0].written == tests.answers[$0].read }
      #expect(abs(Double(right) / Double(places.count) - figures.accuracy) < 1e-9)
      #expect(places.allSatisfy { (figures.low...figures.high).contains(tests.answers[$0].confidence) })
    }
  }

  @Test func augmentedPicturesAreTheSameEveryTime() throws {
    let (one, other) = (try open(), try open())
    for pen in [one, other] {
      pen.click("performance.data")
      pen.settle()
      pen.click("performance.data.augmented")
      pen.settle()
    }
    let pictures = try #require(one.studio.state.performance.tests?.augmented)
    #expect(pictures.count == 10)
    #expect(pictures == other.studio.state.performance.tests?.augmented)
    #expect(pictures.allSatisfy { picture in picture.variants.contains { $0 != picture.original } })
  }

  @Test func cancelStopsAtOnceAndLeavesTheFigures() throws {
    let pen = try open()
    pen.click("performance.evaluate")
    pen.click("performance.stop")
    #expect(pen.studio.state.performance.run == nil)
    pen.settle()
    #expect(!pen.studio.state.performance.isMeasured)
    #expect(pen.studio.state.performance.tests == nil)
    pen.click("performance.report")
    pen.click("performance.evaluate")
    pen.click("performance.stop")
    pen.settle()
    #expect(pen.studio.stage.scene["performance.absent"]?.look.text == "Reading the digits was stopped")
    pen.click("performance.evaluate")
    pen.key(.escape)
    pen.settle()
    #expect(pen.studio.state.performance.tests == nil)
    pen.click("performance.evaluate")
    pen.settle()
    #expect(pen.studio.state.performance.isMeasured)
  }

  @Test func progressComesFromTheWork() throws {
    let pen = try open()
    pen.click("performance.evaluate")
    var steps: [DigitRun.Step] = []
    let end = ContinuousClock.now + .seconds(60)
    while let run = pen.studio.state.performance.run, ContinuousClock.now < end {
      if steps.last != run.step { steps.append(run.step) }
      usleep(5_000)
      pen.host.advance(by: .milliseconds(5))
    }
    let done = steps.compactMap { if case .asking(let done, _, _) = $0 { done } else { nil as Int? } }
    #expect(!done.isEmpty)
    #expect(done == done.sorted())
  }
}
