import Foundation
import Graphics
import Studio
import Testing
import Toolkit

/// The directory that `Tests/Interoperability/check.py prepare` filled; empty when the lane does not run.
private let directory = ProcessInfo.processInfo.environment["INKLING_INTEROP_DIR"] ?? ""

/// Our half of the interoperability lane: charts as the window exports them, for other programs to read.
@Suite @MainActor
struct ExportInteroperabilityTests {
  @Test(.enabled(if: !directory.isEmpty, "INKLING_INTEROP_DIR is not set; .ci/run sets it in a lane of its own"))
  func chartsForOtherPrograms() throws {
    let charts = directory + "/charts"
    try FileManager.default.createDirectory(atPath: charts, withIntermediateDirectories: true)
    var options = Pen.options
    options.model = directory + "/models/linear"
    let pen = try Pen(options: options)
    pen.click("tab.performance")
    pen.studio.waitForFiles()
    pen.host.advance(by: .milliseconds(50))
    let items: [ExportItem] = [
      .figures, .layers, .confusion, .curves, .classes, .calibration, .thresholds, .distribution,
    ]
    for item in items {
      let sheet = try #require(pen.studio.state.chartSheet(item), "\(item)")
      for format in item.formats { try sheet.save(path: "\(charts)/\(item.rawValue).\(format.rawValue)") }
    }
  }
}
