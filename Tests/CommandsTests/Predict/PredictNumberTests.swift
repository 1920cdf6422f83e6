import Commands
import Foundation
import Testing

// Testing has a type of this name too.
import enum Commands.ExitStatus

@Suite struct PredictNumberTests {
  private static let bars = #"{"strokes":[[[0,0],[0,100]],[[50,0],[50,100]]],"label":"11"}"#
  private let place: Workplace
  private let model: String

  init() throws {
    place = try Workplace(.predict)
    model = URL(filePath: #filePath).appending(path: "../../../../Models/inkling").standardized.path
  }

  @Test func aNumberIsALineWithItsDigits() throws {
    let drawings = try place.write("\(Self.bars)\n{\"strokes\":[]}\n?\n", to: "d.ndjson")
    let outcome = try place.run("--number", "--model", model, "--strokes", drawings, "--json")
    #expect(outcome.status == .data)
    let objects = try Workplace.objects(outcome.output)
    try #require(objects.count == 3)
    #expect(objects[0]["text"] as? String == "11" && objects[0]["status"] as? String == "ok")
    let digits = try #require(objects[0]["digits"] as? [[String: Any]])
    #expect(digits.map { $0["digit"] as? Int } == [1, 1])
    #expect(digits.map { $0["box"] as? [Double] } == [[0, 0, 0, 100], [50, 0, 0, 100]])
    #expect(digits.allSatisfy { ($0["confidence"] as? Double ?? 0) > 0.5 })
    #expect(outcome.output.contains(#"{"index":1,"status":"blank","text":"","digits":[]}"#))
    #expect(objects[2]["status"] as? String == "error")
  }

  @Test func rowsForPeopleStandInColumns() throws {
    let drawings = try place.write("\(Self.bars)\n{\"strokes\":[]}\n", to: "d.ndjson")
    let outcome = try place.run("--number", "--model", model, "--strokes", drawings)
    #expect(outcome.status == .done)
    let lines = outcome.output.split(separator: "\n")
    try #require(lines.count == 2)
    #expect(lines[0].contains(/^line 1     11  [ 0-9]*\d\.\d\d %  ok$/))
    #expect(outcome.errors.contains("accuracy 100.00 % (1 of 1 with a label)"))
  }
}
