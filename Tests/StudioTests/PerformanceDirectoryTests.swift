import DigitSamples
import Foundation
import Graphics
import Studio
import Testing
import Toolkit
import Training

/// Model directories that are not as they should be, opened in the window: every page says what is wrong or works.
@Suite(.serialized) @MainActor
struct PerformanceDirectoryTests {
  /// One way in which a directory is spoiled.
  struct Fault: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The file, what becomes of its text, and what is said about it.
    let file: String
    let says: String
    let spoil: @Sendable (String) -> String?

    init(
      _ testDescription: String, _ file: String, says: String, _ spoil: @escaping @Sendable (String) -> String?
    ) {
      (self.testDescription, self.file, self.says, self.spoil) = (testDescription, file, says, spoil)
    }

    /// A member of the JSON gets another value.
    static func set(
      _ file: String, _ member: String, _ value: String, says: String
    ) -> Fault {
      Fault("\(file) \(member) = \(value.prefix(24))", file, says: says) { text in
        guard var object = (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any],
          let new = try? JSONSerialization.jsonObject(with: Data(value.utf8), options: .fragmentsAllowed)
        else { return nil }
        object[member] = new
        return (try? JSONSerialization.data(withJSONObject: object)).map { String(decoding: $0, as: UTF8.self) }
      }
    }
  }

  nonisolated private static let row = "[0,0,0,0,0,0,0,0,0,0]"
  nonisolated private static func matrix(_ first: String) -> String {
    "[" + ([first] + [String](repeating: row, count: 9)).joined(separator: ",") + "]"
  }

  nonisolated private static let damaged = "is damaged or incomplete"
  nonisolated private static let impossible = "has figures that cannot be"
  nonisolated private static let contradicts = "contradicts itself"

  nonisolated static let faults: [Fault] = [
    Fault("no metrics", "metrics.json", says: "is missing") { _ in nil },
    Fault("no history", "history.json", says: "is missing") { _ in nil },
    Fault("no configuration", "config.json", says: "is missing") { _ in nil },
    Fault("half of the metrics", "metrics.json", says: damaged) { String($0.prefix($0.count / 2)) },
    Fault("half of the history", "history.json", says: damaged) { String($0.prefix($0.count / 2)) },
    Fault("half of the configuration", "config.json", says: damaged) { String($0.prefix($0.count / 2)) },
    Fault("empty metrics", "metrics.json", says: damaged) { _ in "" },
    Fault("metrics are a list", "metrics.json", says: damaged) { _ in "[1,2]" },
    Fault("deep metrics", "metrics.json", says: damaged) { _ in String(repeating: "[", count: 100_000) },
    Fault("NaN", "metrics.json", says: damaged) { $0.replacing(/"accuracy" ?: ?[0-9.]+/, with: "\"accuracy\":NaN") },
    .set("metrics.json", "accuracy", "\"nan\"", says: impossible),
    .set("metrics.json", "accuracy", "17", says: impossible),
    .set("metrics.json", "accuracy", "0.5", says: contradicts),
    .set("metrics.json", "loss", "-1", says: impossible),
    .set("metrics.json", "count", "9999", says: contradicts),
    .set("metrics.json", "count", "-5", says: impossible),
    .set("metrics.json", "confusion", "[]", says: impossible),
    .set("metrics.json", "confusion", "[[1,2],[3,4]]", says: impossible),
    .set("metrics.json", "confusion", matrix("[1]"), says: impossible),
    .set("metrics.json", "confusion", matrix("[-1,0,0,0,0,0,0,0,0,0]"), says: impossible),
    .set("metrics.json", "confusion", matrix("[9223372036854775807,1,0,0,0,0,0,0,0,0]"), says: impossible),
    .set("metrics.json", "confusion", matrix(row), says: contradicts),
    .set("metrics.json", "worstClassRecall", "0.1", says: contradicts),
    .set("metrics.json", "trainingSeconds", "1e300", says: impossible),
    .set("metrics.json", "parameters", "12", says: "about another model"),
    .set("metrics.json", "reliability", "[]", says: ""),
    .set("metrics.json", "rejection", "[]", says: ""),
    .set("metrics.json", "data", "\"" + String(repeating: "x", count: 100_000) + "\"", says: impossible),
    .set("history.json", "loss", "[1,2,3]", says: contradicts),
    .set("history.json", "loss", "[]", says: contradicts),
    .set("history.json", "loss", "[\(String(repeating: "1,", count: 35))1e308]", says: ""),
    .set("history.json", "loss", "[\(String(repeating: "-1,", count: 35))\"nan\"]", says: ""),
    .set("history.json", "accuracy", "[\(String(repeating: "-7,", count: 35))\"inf\"]", says: ""),
    .set("history.json", "learning_rate", "[\(String(repeating: "0,", count: 35))0]", says: ""),
    .set("config.json", "pictures", "-9223372036854775808", says: "settings that cannot be"),
    .set(
      "config.json", "dataset", "\"" + String(repeating: "x", count: 100_000) + "\"", says: "settings that cannot be"),
  ]

  /// A directory with the files of the usual model, one of them spoiled.
  private func directory(_ fault: Fault) throws -> TemporaryDirectory {
    let made = try TemporaryDirectory()
    let usual = try #require(ModelLocation(environment: [:]).installed("inkling"))
    try FileManager.default.copyItem(atPath: usual.weights, toPath: ModelDirectory(made.path).weights)
    for name in ["metrics.json", "history.json", "config.json"] {
      let text = try String(contentsOfFile: usual.path + "/" + name, encoding: .utf8)
      guard let spoiled = name == fault.file ? fault.spoil(text) : text else { continue }
      try #require(name != fault.file || spoiled != text)
      try made.write(Array(spoiled.utf8), to: name)
    }
    return made
  }

  @Test(arguments: faults) func everyPageWorksOrSaysWhatIsWrong(_ fault: Fault) throws {
    let directory = try directory(fault)
    for size in [PixelSize(width: 800, height: 600), PixelSize(width: 1280, height: 800)] {
      var options = Pen.options
      options.model = directory.path
      let pen = try Pen(size: size, options: options)
      #expect(pen.studio.state.modelProblem == nil)
      pen.click("tab.performance")
      pen.settle()
      var lines: [String] = []
      for page in PerformancePage.allCases {
        pen.click(page.control)
        pen.settle()
        for key: Key in [.left, .right, .down, .home, .end, .enter, .left, .escape] { pen.key(key) }
        for name: ControlName in [
          "performance.matrix", "performance.history", "performance.reliability", "performance.classes",
        ] {
          guard let frame = pen.studio.stage.scene[name]?.frame else { continue }
          pen.host.send(.pointer(PointerEvent(.moved, at: Point(x: frame.midX, y: frame.midY))))
          pen.click(name)
        }
        pen.settle()
        lines += pen.studio.stage.scene.elements.map(\.look.text)
      }
      let problems = pen.studio.state.performance.findings?.problems ?? []
      #expect(problems.map(\.file) == (fault.says.isEmpty ? [] : [fault.file]), "\(problems)")
      guard !fault.says.isEmpty else { continue }
      #expect(lines.contains { $0.contains(fault.file) && $0.contains(fault.says) }, "no page says it")
    }
  }

  @Test func aPipeIsNotWaitedFor() throws {
    let directory = try directory(Fault("pipe", "metrics.json", says: "") { _ in nil })
    #expect(mkfifo(directory.path + "/metrics.json", 0o600) == 0)
    var options = Pen.options
    options.model = directory.path
    let pen = try Pen(options: options)
    pen.click("tab.performance")
    pen.settle()
    #expect(pen.studio.state.performance.findings?.problems.map(\.file) == ["metrics.json"])
    #expect(pen.studio.state.model?.accuracy == nil)
  }
}
