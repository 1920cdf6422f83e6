import DigitData
import DigitSamples
import Foundation
import Ink
import Testing

struct DrawingReaderTests {
  private let directory: TemporaryDirectory
  private let good = #"{"label":"7","strokes":[[[1,2],[3,4]]]}"#

  init() throws { directory = try TemporaryDirectory() }

  /// The labels of what is read, or the errors.
  private func outcomes(_ reader: DrawingReader) -> [String] {
    reader.map { line in
      switch line {
      case .success(let drawing): drawing.label ?? "-"
      case .failure(let error): error.description
      }
    }
  }

  @Test func goodLinesAroundABadOneAreRead() throws {
    let path = try directory.write("\(good)\nnonsense\n\n  \t\n{\"strokes\":[[[1,x]]]}\n\(good)\n", to: "some.ndjson")
    #expect(
      outcomes(try DrawingReader(path: path)) == [
        "7", "\(path), line 2: expected an object at byte 0",
        "\(path), line 5: strokes[0][0]: expected a finite number at byte 16", "7",
      ])
  }

  @Test func marksReturnsAndAMissingLastEndAreFine() throws {
    let path = try directory.write("\u{FEFF}\(good)\r\n\r\n\(good)\r\n\(good)", to: "windows.ndjson")
    #expect(outcomes(try DrawingReader(path: path)) == ["7", "7", "7"])
  }

  @Test func packedFilesAreUnpacked() throws {
    let text = String(repeating: good + "\n", count: 20_000)
    let path = try directory.write(Gzip.pack(Array(text.utf8)), to: "some.ndjson.gz")
    let reader = try DrawingReader(path: path)
    #expect(outcomes(reader) == [String](repeating: "7", count: 20_000))
    #expect(reader.lineNumber == 20_000)
  }

  @Test func aPackedFileThatBreaksOffGivesWhatItHas() throws {
    let packed = Gzip.pack(Array((good + "\n" + good + "\n").utf8))
    let path = try directory.write(Array(packed.dropLast(9)), to: "broken.ndjson.gz")
    let outcomes = outcomes(try DrawingReader(path: path))
    #expect(outcomes.last == "\(path): the gzip data end too early; copy or download the file again")
    #expect(outcomes.dropLast().allSatisfy { $0 == "7" })
  }

  @Test(arguments: ["", "\n", "\n\n\n", "\u{FEFF}"])
  func nothingIsNoDrawing(text: String) throws {
    #expect(outcomes(try DrawingReader(path: directory.write(text, to: "empty.ndjson"))).isEmpty)
  }

  @Test func aLineThatIsTooLongIsPassedOver() throws {
    let path = try directory.write("\(good)\n\(String(repeating: " ", count: 900_000))\n\(good)\n", to: "long.ndjson")
    #expect(
      outcomes(try DrawingReader(path: path, longestLine: 1_000)) == [
        "7", "\(path), line 2: longer than 1000 bytes", "7",
      ])
  }

  @Test func filesThatAreNotThereAreNamed() {
    #expect(throws: DrawingError.unreadable(.notFound(path: "/nowhere/x.ndjson"))) {
      try DrawingReader(path: "/nowhere/x.ndjson")
    }
    #expect(throws: DrawingError.self) { try DrawingReader(path: directory.path).next()?.get() }
  }

  @Test func aPipeIsAnsweredLineByLine() throws {
    let pipe = Pipe()
    let end = pipe.fileHandleForWriting
    try end.write(contentsOf: Data((good + "\n" + good.prefix(9)).utf8))
    let reader = try DrawingReader(descriptor: pipe.fileHandleForReading.fileDescriptor, name: "a pipe")
    // The second line is incomplete: were the reader waiting for it, the test would never end.
    #expect(try reader.next()?.get().label == "7")
    try end.write(contentsOf: Data((good.dropFirst(9) + "\nbad\n").utf8))
    #expect(try reader.next()?.get().label == "7")
    let error = #expect(throws: DrawingError.self) { try reader.next()?.get() }
    #expect(error?.description == "a pipe, line 3: expected an object at byte 0")
    try end.close()
    #expect(reader.next() == nil)
  }
}
