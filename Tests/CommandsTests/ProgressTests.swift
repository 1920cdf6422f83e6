import Commands
import Foundation
import Testing

@Suite struct ProgressTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    _ = try place.csv()
  }

  @Test func plainProgressIsALineForEachEpoch() throws {
    let outcome = try place.run(place.training("model"))
    #expect(!outcome.errors.contains("\r"))
    #expect(!outcome.errors.contains("\u{1B}"))
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("custom: 2,010 parameters, f32; 180 digits to train, 20 to validate"))
    #expect(lines[1].hasPrefix("epoch 1/2  loss "))
    #expect(lines[2].hasPrefix("epoch 2/2  loss "))
  }

  @Test func jsonProgressIsAllOfStandardOutput() throws {
    let outcome = try place.run(place.training("model", "--progress", "json"))
    #expect(outcome.errors.isEmpty)
    let events = try outcome.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    let names = events.compactMap { $0["event"] as? String }.filter { $0 != "batch" }
    #expect(names == ["start", "epoch", "epoch", "result"])
    #expect(events.allSatisfy { $0["time"] is Double })
    #expect(events.filter { $0["event"] as? String == "epoch" }.compactMap { $0["epoch"] as? Int } == [1, 2])
    #expect(events.last?["testAccuracy"] is Double)
  }

  @Test func noProgressLeavesTheResult() throws {
    let outcome = try place.run(place.training("model", "--progress", "none"))
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.hasPrefix("best epoch     "))
  }

  @Test(arguments: [([:], true), (["NO_COLOR": "1"], true), (["TERM": "dumb"], false)])
  func terminalLineMovesOnlyWhereItCan(variables: [String: String], moves: Bool) throws {
    let terminal = try PseudoTerminal(columns: 60)
    let arguments = place.training("model").filter { $0 != "--no-figures" }
    let status = place.run(
      arguments, output: terminal.screen, errors: terminal.screen, variables: variables)
    #expect(status == .done)
    let text = terminal.text()
    // A terminal itself puts \r before \n.
    #expect(text.replacing("\r\n", with: "\n").contains("\rdrawing figures\u{1B}[K\r\u{1B}[K") == moves)
    #expect(text.contains("\u{1B}[32mbest") == variables.isEmpty)
    #expect(text.contains("\u{1B}") == moves)
    #expect(text.contains("test accuracy  "))
  }

  @Test func resultsThatCannotBeWrittenAreAFailure() throws {
    let (full, errors) = (open("/dev/full", O_WRONLY), open(place.file("errors"), O_WRONLY | O_CREAT, 0o600))
    defer {
      close(full)
      close(errors)
    }
    #expect(place.run(["architectures"], output: full, errors: errors) == .failed)
    let text = try String(contentsOfFile: place.file("errors"), encoding: .utf8)
    #expect(
      text == "inkling-train: cannot write the results: No space left on device; check what standard output goes to\n")
  }
}
