import Commands
import Foundation
import Testing

@Suite struct UnipenImportTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(".PEN_DOWN\n1 2\n3 4\n.PEN_UP\n", to: "unipen/include/abc/ink.dat")
    try place.write(".INCLUDE abc/ink.dat\n.SEGMENT CHARACTER 0 ? \"7\"\n", to: "unipen/data/1a/abc/one.dat")
    try place.write(".INCLUDE abc/ink.dat\n.SEGMENT CHARACTER 0 ? \"A\"\n", to: "unipen/data/1b/abc/two.dat")
  }

  private let lines =
    #"{"label":"7","writer":"abc/one","strokes":[[[1,-2],[3,-4]]]}"# + "\n"
    + #"{"label":"A","writer":"abc/two","strokes":[[[1,-2],[3,-4]]]}"# + "\n"

  @Test func aReleaseBecomesADrawingFile() throws {
    let file = place.file("out.ndjson")
    let outcome = try place.run("data", "--import-unipen", place.file("unipen"), "--output", file)
    #expect(outcome.status == .done)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("drawings         2\n"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == lines)
  }

  @Test func whatIsBadIsNamedAndTheRestIsWritten() throws {
    try place.write(".SEGMENT CHARACTER 5 ? \"\u{1B}[2J\"\n", to: "unipen/data/1a/abc/bad.dat")
    let file = place.file("out.ndjson")
    let outcome = try place.run("data", "--import-unipen", place.file("unipen"), "--output", file)
    #expect(outcome.status == .data)
    #expect(outcome.errors.contains("abc/bad.dat, line 1: the segment"))
    #expect(!outcome.errors.contains("\u{1B}"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == lines)
  }

  @Test func nothingIsReplacedWithoutForce() throws {
    let file = try place.write("mine", to: "out.ndjson")
    let refused = try place.run("data", "--import-unipen", place.file("unipen"), "--output", file)
    #expect(refused.status == .failed)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    let forced = try place.run("data", "--import-unipen", place.file("unipen"), "--output", file, "--force")
    #expect(forced.status == .done)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == lines)
  }

  @Test func mistakesAreExplained() throws {
    let file = place.file("out.ndjson")
    #expect(try place.run("data", "--output", file).status == .usage)
    #expect(try place.run("data", "--import-unipen", place.file("unipen")).status == .usage)
    #expect(try place.run("data", "--import-unipen", place.file("none"), "--output", file).status == .data)
    try place.write("", to: "blank/data/1a/abc/empty.dat")
    #expect(try place.run("data", "--import-unipen", place.file("blank"), "--output", file).status == .data)
    let stopped = try place.run(
      ["data", "--import-unipen", place.file("unipen"), "--output", file], interruptedAfter: 2)
    #expect(stopped.status == .interrupted)
    let left = try FileManager.default.contentsOfDirectory(atPath: place.path)
    #expect(left.sorted() == ["blank", "unipen"])
  }
}
