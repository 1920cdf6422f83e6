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
}
