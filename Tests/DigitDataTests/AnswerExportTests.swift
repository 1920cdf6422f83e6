import DigitData
import DigitSamples
import Foundation
import Recognition
import Testing

/// Recognised rows as files.
struct AnswerExportTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private static func answer(_ digit: Int) -> Answer {
    var shares = [Float](repeating: 0, count: 10)
    (shares[digit], shares[(digit + 1) % 10]) = (0.75, 0.25)
    return Answer(
      status: digit == 5 ? .unsure : .ok, digit: digit, second: (digit + 1) % 10,
      probabilities: shares.withUnsafeBufferPointer { $0.baseAddress.map { Probabilities($0) } ?? Probabilities() },
      notDigit: 0, time: .zero)
  }

  private static func row(_ index: Int) -> RecognizedRow {
    let trouble = RowError.csv(.wrongCount(path: "in.csv", line: index + 2, expected: "785", found: 3))
    return RecognizedRow(
      index: index, label: index % 7 == 3 ? nil : index % 2 == 0 ? index % 10 : 1,
      result: index % 7 == 3 ? .failure(trouble) : .success(answer(index % 10)))
  }

  private func export(_ count: Int, names: Bool = false, stopAt: Int = .max) -> AnswerExport {
    AnswerExport(
      count: count, row: { Self.row($0) }, fileName: names ? { "folder/\"\($0)\", ä.png" } : nil,
      goesOn: { $0 < stopAt })
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: directory.path + "/" + name, encoding: .utf8)
  }

  @Test func rowsAreThoseOfTheCommandLine() throws {
    #expect(try export(2_000).write(to: directory.path + "/a.csv", as: .csv))
    let expected = (0..<2_000).reduce(into: Array(RowText.header.utf8)) { RowText.append(Self.row($1), to: &$0) }
    #expect(try text("a.csv") == String(decoding: expected, as: UTF8.self))
  }

  @Test func linesAreThoseOfTheCommandLine() throws {
    #expect(try export(9).write(to: directory.path + "/a.jsonl", as: .jsonl))
    let lines = try text("a.jsonl").split(separator: "\n")
    #expect(lines.count == 9)
    #expect(lines[1].hasPrefix(#"{"index":1,"status":"ok","digit":1,"confidence":0.75,"#))
    let message = #""message":"in.csv, line 5: 3 columns where 785 are expected"}"#
    #expect(lines[3] == #"{"index":3,"status":"error",\#(message)"#)
  }

  @Test func filesHaveAColumnOfTheirOwn() throws {
    #expect(try export(5, names: true).write(to: directory.path + "/a.csv", as: .csv))
    let rows = try text("a.csv").split(separator: "\n")
    #expect(rows[0].hasSuffix(",correct,file"))
    #expect(rows[1].hasSuffix(#",true,"folder/""0"", ä.png""#))
    #expect(try export(5, names: true).write(to: directory.path + "/a.jsonl", as: .jsonl))
    for line in try text("a.jsonl").split(separator: "\n") {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect((object["file"] as? String)?.hasSuffix(", ä.png") == true)
    }
  }

  @Test func aSpreadsheetIsAnArchive() throws {
    #expect(try export(3_000).write(to: directory.path + "/a.xlsx", as: .xlsx))
    let bytes = try Data(contentsOf: URL(filePath: directory.path + "/a.xlsx"))
    #expect(bytes.starts(with: Array("PK".utf8)))
    #expect(bytes.count > 20_000)
    #expect(directory.names() == ["a.xlsx"])
  }

  @Test(arguments: AnswerFormat.allCases)
  func whoStopsKeepsTheOldFile(format: AnswerFormat) throws {
    let path = try directory.write("old", to: "a.\(format.rawValue)")
    #expect(AnswerFormat(path: path) == format)
    #expect(try !export(5_000, stopAt: 1_000).write(to: path, as: format))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(directory.names() == ["a.\(format.rawValue)"])
  }

  @Test(arguments: AnswerFormat.allCases)
  func aPlaceThatIsNotThereIsNamed(format: AnswerFormat) {
    let path = directory.path + "/none/a.\(format.rawValue)"
    #expect(throws: (any Error).self) { try export(5).write(to: path, as: format) }
  }
}
