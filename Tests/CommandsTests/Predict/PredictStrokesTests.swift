import Commands
import Foundation
import Testing

// Testing has a type of this name too.
import enum Commands.ExitStatus

@Suite struct PredictStrokesTests {
  private static let one = #"{"strokes":[[[0,0],[0,100]]],"label":"1"}"#
  private let place: Workplace
  private let model: String

  init() throws {
    place = try Workplace(.predict)
    model = try place.model()
  }

  @Test func everyLineIsAnsweredInItsOrder() throws {
    let drawings = try place.write(
      "\(Self.one)\n{\"strokes\":[[[1,\n\n{\"strokes\":[]}\n{\"label\":\"a\"}\n\(Self.one)", to: "d.ndjson")
    let outcome = try place.run("--model", model, "--strokes", drawings, "--json")
    #expect(outcome.status == .data)
    let lines = outcome.output.split(separator: "\n")
    try #require(lines.count == 5)
    #expect(lines[0].hasPrefix(#"{"index":0,"status":"ok","digit":"#))
    #expect(
      lines[1] == #"{"index":1,"status":"error","message":"\#(drawings), line 2: strokes[0][0]: "#
        + #"expected a finite number at byte 16"}"#)
    #expect(lines[2] == #"{"index":2,"status":"blank"}"#)
    #expect(
      lines[3] == #"{"index":3,"status":"error","message":"\#(drawings), line 5: "#
        + #"expected a member 'strokes' at byte 13"}"#)
    #expect(lines[4] == lines[0].replacing(#"{"index":0"#, with: #"{"index":4"#))
    #expect(outcome.errors.hasSuffix("inkling-predict: 2 of 5 inputs cannot be read\n"))
  }

  @Test func whatIsBelowTheThresholdIsUnsure() throws {
    let drawings = try place.write(Self.one, to: "d.ndjson")
    let strict = try place.model("strict", leastConfidence: 0.999)
    let outcome = try place.run("--model", strict, "--strokes", drawings, "--json")
    #expect(outcome.status == .done)
    let object = try #require(try Workplace.objects(outcome.output).first)
    #expect(object["status"] as? String == "unsure")
    #expect(object["digit"] is Int)
    #expect((object["probabilities"] as? [Double])?.count == 10)
  }

  @Test func rowsForPeopleStandInColumns() throws {
    let drawings = try place.write("\(Self.one)\n{\"strokes\":[]}\nx\n", to: "d.ndjson")
    let outcome = try place.run("--model", model, "--strokes", drawings)
    #expect(outcome.status == .data)
    let lines = outcome.output.split(separator: "\n")
    try #require(lines.count == 3)
    #expect(lines[0].contains(/^line 1     \d   [ 0-9]\d\.\d\d %  ok      then \d, \d+\.\d\d %/))
    #expect(lines[1] == "line 2     –            blank")
    #expect(lines[2].hasPrefix("line 3     –            error   \(drawings), line 3: expected "))
    #expect(outcome.errors.contains(/accuracy \d+\.00 % \([01] of 1 with a label\)/))
  }

  @Test func missingFilesAreNamed() throws {
    let outcome = try place.run("--model", model, "--strokes", place.file("none"), "--json")
    #expect(outcome.status == .data)
    #expect(outcome.errors == "inkling-predict: \(place.file("none")): no such file; check the path\n")
  }

  /// The program itself, started beside the tests with pipes to write to and to read from.
  private func service() throws -> (process: Process, input: FileHandle, output: FileHandle, errors: Pipe) {
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "inkling-predict")
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    let process = Process()
    process.executableURL = program
    process.arguments = ["--model", model, "--strokes", "-", "--json"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = errors
    process.currentDirectoryURL = URL(filePath: "/")
    try process.run()
    return (process, input.fileHandleForWriting, output.fileHandleForReading, errors)
  }

  @Test func aPipeIsAnsweredLineByLine() throws {
    let (process, input, output, errors) = try service()
    func answer(to line: String) throws -> String {
      try input.write(contentsOf: Data("\(line)\n".utf8))
      return String(decoding: output.availableData, as: UTF8.self)
    }
    #expect(try answer(to: Self.one).hasPrefix(#"{"index":0,"status":"ok""#))
    #expect(try answer(to: "nonsense").hasPrefix(#"{"index":1,"status":"error","message":"standard input, line 2: "#))
    #expect(try answer(to: #"{"strokes":[]}"#) == "{\"index\":2,\"status\":\"blank\"}\n")
    #expect(try answer(to: Self.one).hasPrefix(#"{"index":3,"status":"ok""#))
    try input.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == ExitStatus.data.rawValue)
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.contains("inkling-predict: 1 of 4 inputs cannot be read\n"))
  }

  @Test func aReaderThatGoesAwayEndsItQuietly() throws {
    let (process, input, output, errors) = try service()
    try output.close()
    try input.write(contentsOf: Data("\(Self.one)\n".utf8))
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == ExitStatus.done.rawValue)
    #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
  }
}
