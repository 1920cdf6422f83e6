import Foundation
import Studio
import Testing
import Training

/// Model directories with files that are missing, damaged or contradict themselves.
@Suite struct PerformanceFilesTests {
  private let directory = FileManager.default.temporaryDirectory.appending(path: "inkling-findings-\(UUID())").path

  private func findings(_ files: [String: String]) throws -> ModelFindings {
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: directory + "/" + name)) }
    return ModelFindings(directory: directory)
  }

  private static let line = #"{"precision":1,"recall":1,"f1-score":1,"support":1}"#

  /// Metrics of ten digits, all read right, with changes.
  private func metrics(accuracy: String = "1", count: String = "10", first: String = "1") -> String {
    let rows = (0..<10).map { row in
      "[" + (0..<10).map { $0 != row ? "0" : row == 0 ? first : "1" }.joined(separator: ",") + "]"
    }
    let names = (0..<10).map { "\"\($0)\"" } + ["\"macro avg\"", "\"weighted avg\""]
    let report = names.map { "\($0):\(PerformanceFilesTests.line)" }.joined(separator: ",")
    return """
      {"accuracy":\(accuracy),"loss":0.1,"count":\(count),"worstClassRecall":1,"worstClassPrecision":1,
      "calibrationError":0,"reliability":[],"confusion":[\(rows.joined(separator: ","))],
      "report":{\(report),"accuracy":1},"rejection":[]}
      """
  }

  @Test func whatIsThereIsRead() throws {
    let found = try findings([
      "metrics.json": metrics(),
      "history.json": #"{"loss":[1,"nan"],"accuracy":[0.5,0.6],"#
        + #""val_loss":[],"val_accuracy":[],"learning_rate":[0.1,0.1]}"#,
    ])
    #expect(found.metrics?.count == 10)
    #expect(found.history?.epochs == 2)
    #expect(found.problems.map(\.file) == ["config.json"])
  }

  @Test func whatIsMissingIsNamed() throws {
    let found = try findings([:])
    #expect(found.problems.map(\.file) == ["metrics.json", "history.json", "config.json"])
    #expect(found.problems.allSatisfy { $0.text.contains("is missing: ") })
  }

  @Test func truncatedAndForeignFilesAreNamed() throws {
    let found = try findings([
      "metrics.json": String(metrics().dropLast(40)), "history.json": "", "config.json": "[1, 2]",
    ])
    #expect(found.metrics == nil && found.history == nil && found.configuration == nil)
    #expect(found.problems.count == 3)
    #expect(found.problems.allSatisfy { $0.text.contains("is damaged or incomplete: ") })
  }

  @Test func contradictionsAreNamed() throws {
    let count = try findings(["metrics.json": metrics(count: "11")])
    #expect(count.metrics != nil)
    #expect(count.problems.contains { $0.text.contains("11 digits, 10 in the matrix") })
    let accuracy = try findings(["metrics.json": metrics(accuracy: "0.9")])
    #expect(accuracy.problems.contains { $0.text.contains("accuracy and matrix differ") })
    let history = try findings([
      "history.json": #"{"loss":[1,2,3],"accuracy":[1],"val_loss":[],"val_accuracy":[],"learning_rate":[1,1,1]}"#
    ])
    #expect(history.history?.epochs == 1)
    #expect(history.problems.contains { $0.text.contains("contradicts itself") })
  }

  @Test(arguments: ["9223372036854775807", "-1"]) func figuresThatCannotBeAreNotShown(_ first: String) throws {
    let found = try findings(["metrics.json": metrics(first: first)])
    #expect(found.metrics == nil)
    #expect(found.problems.contains { $0.text.contains("figures that cannot be") })
  }
}
