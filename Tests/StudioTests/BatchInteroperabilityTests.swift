import Foundation
import Studio
import Testing
import Toolkit

/// The directory that `Tests/Interoperability/check.py prepare` filled; empty when the lane does not run.
private let directory = ProcessInfo.processInfo.environment["INKLING_INTEROP_DIR"] ?? ""

/// Our half of the interoperability lane: batches as files, for programs that read tables and spreadsheets.
@Suite @MainActor
struct BatchInteroperabilityTests {
  @Test(.enabled(if: !directory.isEmpty, "INKLING_INTEROP_DIR is not set; .ci/run sets it in a lane of its own"))
  func batchesForOtherPrograms() throws {
    let source = URL(filePath: directory).appending(path: "batch-source")
    try FileManager.default.createDirectory(at: source.appending(path: "7"), withIntermediateDirectories: true)
    let table = source.appending(path: "rows.csv")
    try BatchFiles.csv(400, bad: [5, 300]).write(to: table, atomically: true, encoding: .utf8)
    try Data(BatchFiles.png()).write(to: source.appending(path: "7/a \"quoted\", ä.png"))
    try export(table.path, to: "rows")
    try export(source.path, to: "pictures")
  }

  private func export(_ path: String, to name: String) throws {
    let pen = try BatchFiles.open([path])
    try #require(pen.studio.state.batch.phase == .done)
    for ending in ["csv", "jsonl", "xlsx"] {
      pen.studio.perform(.batch(.export("\(directory)/batch-\(name).\(ending)")))
      BatchFiles.settle(pen)
      #expect(pen.studio.state.notice?.kind == .good)
    }
  }
}
