import Charts
import Foundation
import Graphics
import Studio
import Testing
import Toolkit
import Training

/// The performance screen: what it says, where things are, what the keys do.
@Suite @MainActor
struct PerformanceTests {
  /// A window at the page, its files read.
  private func open(_ page: PerformancePage, size: PixelSize = PixelSize(width: 1280, height: 800)) throws -> Pen {
    let pen = try Pen(size: size)
    pen.click("tab.performance")
    pen.click(ControlName(rawValue: page.screenName))
    pen.studio.waitForFiles()
    pen.host.advance(by: .milliseconds(50))
    return pen
  }

  /// A file of the model in use, as another reader sees it.
  private func json(_ name: String, of pen: Pen) throws -> [String: Any] {
    let directory = try #require(pen.studio.state.model?.directory)
    let data = try Data(contentsOf: URL(filePath: directory + "/" + name))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func values(of pen: Pen) throws -> [String: Any] {
    let text = "{" + pen.studio.state.screenValues.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}"
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func theOverviewSaysWhatTheFileSays() throws {
    let pen = try open(.overview)
    let metrics = try json("metrics.json", of: pen)
    let shown = try values(of: pen)
    #expect(pen.studio.state.screenName == "performance.overview")
    for key in [
      "accuracy", "loss", "count", "worstClassRecall", "worstClassPrecision", "calibrationError", "trainingSeconds",
      "parameters", "multiplyAdds",
    ] {
      #expect(shown[key] as? Double == metrics[key] as? Double, "\(key)")
      #expect(shown[key] is NSNumber, "\(key)")
    }
    let drawn = try #require(metrics["drawn"] as? [String: Any])
    #expect(shown["drawnAccuracy"] as? Double == drawn["accuracy"] as? Double)
    #expect(pen.studio.state.performance.answerTime ?? .zero > .zero)
  }

  @Test func theMatrixIsThatOfTheFile() throws {
    let pen = try open(.confusion)
    let metrics = try json("metrics.json", of: pen)
    let shown = try #require(try values(of: pen)["confusion"] as? [[Int]])
    #expect(shown == metrics["confusion"] as? [[Int]])
    let most = shown.indices.flatMap { row in shown.indices.filter { $0 != row }.map { shown[row][$0] } }.max()
    let cell = pen.studio.state.performance.cell
    #expect(shown[cell.row][cell.column] == most)
  }

  @Test func theReportIsThatOfTheFile() throws {
    let pen = try open(.report)
    let report = try #require(try json("metrics.json", of: pen)["report"] as? [String: Any])
    let shown = try values(of: pen).filter { !["measured", "trouble"].contains($0.key) }
    #expect(NSDictionary(dictionary: shown).isEqual(to: report))
  }

  @Test func theCurvesAreThoseOfTheFile() throws {
    let pen = try open(.curves)
    let history = try json("history.json", of: pen)
    let losses = try #require(history["loss"] as? [Double])
    pen.key(.home)
    pen.key(.left)
    let shown = try values(of: pen)
    let epoch = try #require(shown["epoch"] as? Int)
    #expect(epoch == losses.count - 1)
    #expect(shown["loss"] as? Double == losses[epoch - 1])
    #expect(shown["learning_rate"] as? Double == (history["learning_rate"] as? [Double])?[epoch - 1])
  }

  @Test func aThresholdLeadsToItsPointOfTheCurve() throws {
    let pen = try open(.calibration)
    let points = try #require(try json("metrics.json", of: pen)["rejection"] as? [[String: Double]])
    let state = pen.studio.state
    let index = try #require(state.performance.rejection)
    let sure = state.model?.sureFrom ?? 0.5
    #expect(abs((points[index]["threshold"] ?? 9) - sure) <= 0.0051)
    pen.studio.perform(.value("performance.threshold", 99))
    let shown = try values(of: pen)
    for key in ["threshold", "accepted", "accuracy"] { #expect(shown[key] as? Double == points[99][key], "\(key)") }
  }

  @Test func arrowsWalkTheMatrixAndStopAtItsEdge() throws {
    let pen = try open(.confusion)
    for _ in 0..<12 {
      pen.key(.up)
      pen.key(.left)
    }
    #expect(pen.studio.state.performance.cell.row == 0)
    #expect(pen.studio.state.performance.cell.column == 0)
    pen.key(.right)
    #expect(pen.studio.state.performance.cell.column == 1)
    #expect(pen.studio.state.performanceReadOut.hasPrefix("Cell: written 0, read as 1:"))
  }

  @Test func withoutTestDigitsThePageSaysSo() throws {
    for page in [PerformancePage.confusion, .report, .mistakes, .data] {
      let pen = try open(page)
      let look = try #require(pen.studio.stage.scene["performance.absent.0"]?.look)
      #expect(look.text == "The test digits are not on this computer")
      #expect(pen.studio.state.performance.testTrouble?.advice.isEmpty == false)
    }
  }

  @Test func theDataPageCountsWhatTheFileCounts() throws {
    let pen = try open(.data)
    let report = try #require(try json("metrics.json", of: pen)["report"] as? [String: Any])
    let supports = (0..<10).map { (report["\($0)"] as? [String: Double])?["support"] }
    #expect(try values(of: pen)["support"] as? [Double] == supports.compactMap(\.self))
  }

  @Test func thePointerChoosesACellAndAnEpoch() throws {
    var pen = try open(.confusion)
    let matrix = try #require(pen.studio.stage.scene["performance.matrix"]?.frame)
    pen.host.send(.pointer(PointerEvent(.moved, at: Point(x: matrix.midX, y: matrix.midY))))
    pen.click("performance.matrix")
    #expect(pen.studio.state.performance.hoveredCell == pen.studio.state.performance.cell)
    pen = try open(.curves)
    let frame = try #require(pen.studio.stage.scene["performance.history"]?.frame)
    pen.host.send(.pointer(PointerEvent(.moved, at: Point(x: frame.maxX - 12, y: frame.midY))))
    let epochs = try #require(pen.studio.state.performance.findings?.history?.epochs)
    #expect(pen.studio.state.performance.epoch == epochs)
    pen.host.send(.pointer(PointerEvent(.moved, at: Point(x: 5, y: 5))))
    #expect(pen.studio.state.performance.epoch == nil)
  }

  @Test func aSmallWindowShowsOneThingAtATime() throws {
    let pen = try open(.confusion, size: PixelSize(width: 800, height: 600))
    #expect(pen.studio.stage.scene["performance.list.title"] == nil)
    pen.key(.enter)
    #expect(pen.studio.stage.scene["performance.list.title"] != nil)
    #expect(pen.studio.stage.scene["performance.matrix"] == nil)
    pen.key(.escape)
    #expect(pen.studio.stage.scene["performance.matrix"] != nil)
    pen.click("performance.details")
    #expect(pen.studio.stage.scene["performance.list.title"] != nil)
  }

  @Test(arguments: LayoutTests.sizes) func everythingIsInTheWindowAndNothingCoversAnother(_ size: PixelSize) throws {
    let pen = try Pen(size: size)
    pen.click("tab.performance")
    pen.studio.waitForFiles()
    pen.host.advance(by: .milliseconds(50))
    for page in PerformancePage.allCases {
      pen.click(ControlName(rawValue: page.screenName))
      check(pen, size, "\(page)")
      pen.click("performance.details")
      check(pen, size, "\(page), details")
    }
  }

  private func check(_ pen: Pen, _ size: PixelSize, _ place: String) {
    let scale = pen.studio.state.scale
    let window = Rect(x: 0, y: 0, width: Double(size.width) / scale, height: Double(size.height) / scale)
    let elements = pen.studio.stage.scene.elements
    #expect(Set(elements.map(\.name)).count == elements.count, "\(size) \(place): names")
    let grounds: Set<ControlName> = [
      "performance.panel", "performance.measure", "performance.row.box", "performance.hover.box", "top", "status",
    ]
    let parts = elements.filter { !grounds.contains($0.name) }
    for (index, part) in parts.enumerated() {
      #expect(window.contains(part.frame), "\(size) \(place) \(part.name): \(part.frame)")
      for other in parts[(index + 1)...] {
        #expect(!part.frame.overlaps(other.frame), "\(size) \(place): \(part.name) and \(other.name)")
      }
    }
  }
}
