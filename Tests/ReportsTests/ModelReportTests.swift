import Charts
import Foundation
import Graphics
import NeuralNet
import Reports
import Testing
import Training

/// The whole report as pages.
@Suite struct ModelReportTests {
  private func contents(
    name: String = "inkling", spec: String = "conv 8 3, relu, pool 2, flatten, dense 10", wrongEach: Int = 20
  ) throws -> ReportContents {
    let figures = sampleFigures(wrongEach: wrongEach)
    var contents = ReportContents(
      name: name, metrics: ModelMetrics(figures.evaluation), tested: "MNIST", layers: try ModelSpec(text: spec).summary)
    contents.history = figures.history
    contents.misread = figures.misread
    contents.samples = figures.samples
    contents.trainingCounts = figures.trainingCounts
    return contents
  }

  private func labels(_ report: ModelReport) -> [[Label]] {
    (0..<report.pageCount).map { report.drawing(ofPage: $0).labels }
  }

  private func texts(_ report: ModelReport) -> [[String]] { labels(report).map { $0.map(\.text) } }

  @Test func everyPartHasItsPlace() throws {
    let report = ModelReport(try contents())
    let all = texts(report).joined()
    for title in [
      "inkling", "The model", "Layer by layer", "What is read as what", "Report by digit", "How it was trained",
      "How sure it is", "If only sure answers are accepted", "Mistakes", "Data and credits", "Where they come from",
    ] {
      #expect(all.contains(title), "\(title)")
    }
    for (page, texts) in texts(report).enumerated() {
      #expect(texts.contains("Page \(page + 1) of \(report.pageCount)"))
      #expect(texts.count > 8, "page \(page + 1) is nearly empty")
    }
    let metrics = report.contents.metrics
    #expect(all.contains(NumberText.percent(metrics.accuracy, 2)))
    #expect(all.contains(NumberText.percent(metrics.calibrationError, 2)))
    for line in metrics.report.classes { #expect(all.contains(NumberText.percent(line.recall, 2))) }
  }

  @Test(arguments: [0, 1, 3, 400])
  func nothingLeavesItsPageOrLiesOnSomethingElse(wrongEach: Int) throws {
    let report = ModelReport(try contents(wrongEach: wrongEach))
    let page = Rect(x: 60, y: 60, width: 893 - 120, height: 1263 - 120)
    for (number, labels) in labels(report).enumerated() {
      for (index, one) in labels.enumerated() where !one.text.isEmpty {
        #expect(page.contains(one.frame), "page \(number + 1): \(one.text)")
        let hit = labels[(index + 1)...].first {
          !$0.text.isEmpty && $0.frame.overlaps(one.frame, tolerance: 1)
        }
        #expect(hit == nil, "page \(number + 1): \(one.text) and \(hit?.text ?? "")")
      }
    }
  }

  @Test func longTablesGoOnWithTheirHeads() throws {
    let spec = "flatten, " + (0..<60).map { _ in "dense 16, relu" }.joined(separator: ", ") + ", dense 10"
    let pages = texts(ModelReport(try contents(spec: spec)))
    #expect(pages.count { $0.contains("Multiply-adds") } > 1)
    #expect(pages.joined().count { $0 == "dense 16" } == 60)
  }

  @Test func whatIsNotKnownIsLeftOut() throws {
    var bare = try contents()
    (bare.history, bare.misread, bare.samples, bare.trainingCounts, bare.layers) = (nil, nil, [], [], [])
    let all = texts(ModelReport(bare)).joined()
    for title in ["Layer by layer", "How it was trained", "Mistakes", "A few digits to train on"] {
      #expect(!all.contains(title), "\(title)")
    }
    #expect(all.contains("Data and credits"))
  }

  @Test func withoutMistakesItSaysSo() throws {
    let all = texts(ModelReport(try contents(wrongEach: 0))).joined()
    #expect(all.contains("Every digit was read as it was written."))
  }

  @Test func theSameContentsGiveTheSameBytes() throws {
    let pdf = try ModelReport(try contents()).pdf()
    #expect(try ModelReport(try contents()).pdf() == pdf)
    let text = String(decoding: pdf, as: UTF8.self)
    #expect(text.hasPrefix("%PDF-"))
    #expect(text.contains("/Count \(ModelReport(try contents()).pageCount)"))
    // Letters, not outlines: the typeface is inside.
    #expect(text.contains("/FontFile") || text.contains("/ToUnicode"))
  }

  @Test func strangeNamesAndNumbersAreShownSomehow() throws {
    var strange = try contents(name: String(repeating: "x\n\u{0}“é", count: 400))
    strange.metrics.loss = .infinity
    strange.metrics.trainingSeconds = .nan
    strange.history?.loss[3] = .nan
    strange.history?.accuracy.removeLast(30)
    strange.history?.validationAccuracy = []
    #expect(try ModelReport(strange).pdf().count > 1000)
  }

  @Test func aPlaceThatCannotBeWrittenIsOneLine() throws {
    let report = ModelReport(try contents())
    let error = #expect(throws: FileError.self) { try report.write(to: "/nowhere/at/all.pdf") }
    #expect(error?.description.contains("\n") == false)
    #expect(error?.reason == "No such file or directory")
  }
}
