import DigitData
import DigitSamples
import Testing

struct CSVTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private static let names = (0..<784).map { "pixel\($0)" }

  private static func pixels(_ salt: Int) -> [UInt8] { (0..<784).map { UInt8(truncatingIfNeeded: $0 &* salt) } }

  private static func row(_ fields: [String]) -> String { fields.joined(separator: ",") }

  private static func row(_ salt: Int) -> String { row(pixels(salt).map(String.init)) }

  private func load(_ text: String) throws -> DigitSet {
    try CSVDigits.load(from: directory.write(text, to: "digits.csv"))
  }

  private static let expected = DigitSet(pixels: pixels(3) + pixels(7), labels: [4, 9])
  private static let header = row(["label"] + names)
  private static let rows = ["4," + row(3), "9," + row(7)]

  /// A way to write the same two digits.
  struct Spelling: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String

    init(_ description: String, _ text: String) {
      testDescription = description
      self.text = text
    }
  }

  private static let spellings: [Spelling] = [
    Spelling("header", "\(header)\n\(rows[0])\n\(rows[1])\n"),
    Spelling("no header", "\(rows[0])\n\(rows[1])\n"),
    Spelling("no line feed at the end", "\(header)\n\(rows[0])\n\(rows[1])"),
    Spelling("no header, no line feed at the end", "\(rows[0])\n\(rows[1])"),
    Spelling("CRLF", "\(header)\r\n\(rows[0])\r\n\(rows[1])\r\n"),
    Spelling("byte order mark", "\u{feff}\(header)\n\(rows[0])\n\(rows[1])\n"),
    Spelling("byte order mark, no header", "\u{feff}\(rows[0])\n\(rows[1])\n"),
    Spelling("blank lines", "\n \r\n\(header)\n\n\(rows[0])\n\t\n\(rows[1])\n\n\n"),
    Spelling("semicolons", "\(header)\n\(rows[0])\n\(rows[1])\n".replacing(",", with: ";")),
    Spelling("tabs", "\(header)\n\(rows[0])\n\(rows[1])\n".replacing(",", with: "\t")),
    Spelling("spaces", "\(header)\n\(rows[0])\n \(rows[1]) \n".replacing(",", with: " ,  ")),
    Spelling(
      "quotes",
      "\"\(header.replacing(",", with: "\",\""))\"\n\"\(rows[0].replacing(",", with: "\" , \""))\"\n\(rows[1])"
    ),
    Spelling("capitals", "LABEL,\(row(names))\n\(rows[0])\n\(rows[1])\n"),
    Spelling(
      "decimals", "\(header)\n\(rows[0].replacing(",", with: ".0,"))\n\(rows[1].replacing(",", with: ".,")).000\n"),
    Spelling("zeros", "\(header)\n\(rows[0])\n\(rows[1].replacing(",", with: ",000"))\n"),
    Spelling(
      "exponents", "\(header)\n\(rows[0].replacing(",", with: "e+00,"))\n\(rows[1].replacing(",", with: "00E-02,"))\n"),
    Spelling(
      "names that are numbers", "label,\((0..<784).map(String.init).joined(separator: ","))\n\(rows[0])\n\(rows[1])"),
    Spelling(
      "label last",
      "\(row(names + ["label"]))\n\(row(3)),4\n\(row(7)),9\n"
    ),
    Spelling(
      "label amid",
      "\(row(names[..<99] + ["label"] + names[99...]))\n"
        + [(3, "4"), (7, "9")].map { salt, label in
          let fields = pixels(salt).map(String.init)
          return row(fields[..<99] + [label] + fields[99...])
        }.joined(separator: "\n")
    ),
    Spelling(
      "columns sorted by name",
      "\(row(names.sorted() + ["label"]))\n"
        + [(3, "4"), (7, "9")].map { salt, label in
          row(names.sorted().map { String(pixels(salt)[Int($0.dropFirst(5)) ?? 0]) } + [label])
        }.joined(separator: "\n")
    ),
    Spelling(
      "pixels from 1",
      "label,\(row((1...784).map { "pixel\($0)" }))\n\(rows[0])\n\(rows[1])"
    ),
  ]

  @Test(arguments: spellings)
  func everySpellingIsRead(spelling: Spelling) throws {
    #expect(try load(spelling.text) == CSVTests.expected)
  }

  @Test(arguments: ["", row(names) + "\n"])
  func withoutLabels(header: String) throws {
    let set = try load(header + CSVTests.row(3) + "\n" + CSVTests.row(5))
    #expect(set == DigitSet(pixels: CSVTests.pixels(3) + CSVTests.pixels(5), labels: []))
  }

  @Test func packedFilesAreRead() throws {
    let path = try directory.write(Gzip.pack(Array(CSVTests.rows[0].utf8)), to: "digits.csv.gz")
    #expect(try CSVDigits.load(from: path) == DigitSet(pixels: CSVTests.pixels(3), labels: [4]))
  }

  /// A malformed file and what is said about it.
  struct Malformed: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let lines: [String]
    let text: String

    init(_ description: String, _ lines: [String], _ text: String) {
      testDescription = description
      self.lines = lines
      self.text = text
    }
  }

  /// A row with one field replaced; `column` counts from 1.
  private static func bad(_ field: String, at column: Int) -> String {
    var fields = ["4"] + pixels(3).map(String.init)
    fields[column - 1] = field
    return row(fields)
  }

  private static let malformed: [Malformed] = [
    Malformed("empty", [], ": no rows; give a file with one digit per line"),
    Malformed("blank", [" ", "\r"], ": no rows; give a file with one digit per line"),
    Malformed("header only", [header], ": no rows; give a file with one digit per line"),
    Malformed(
      "a word", [header, rows[0], bad("abc", at: 12)],
      ", line 3, column 12 (pixel10): 'abc' is not a number from 0 to 255"),
    Malformed(
      "a word, no header", [rows[0], bad("abc", at: 12)],
      ", line 2, column 12 (pixel10): 'abc' is not a number from 0 to 255"),
    Malformed(
      "a word in the first row", [bad("abc", at: 12)],
      ", line 1, column 12 (pixel10): 'abc' is not a number from 0 to 255"),
    Malformed("256", [bad("256", at: 2)], ", line 1, column 2 (pixel0): '256' is not a number from 0 to 255"),
    Malformed(
      "1000, quoted", [bad("\" 1000 \"", at: 2)], ", line 1, column 2 (pixel0): '1000' is not a number from 0 to 255"),
    Malformed(
      "a number whose end would do", [bad("4294967296", at: 785)],
      ", line 1, column 785 (pixel783): '4294967296' is not a number from 0 to 255"),
    Malformed(
      "18446744073709551617", [bad("18446744073709551617", at: 3)],
      ", line 1, column 3 (pixel1): '18446744073709551617' is not a number from 0 to 255"),
    Malformed("-1", [bad("-1", at: 3)], ", line 1, column 3 (pixel1): '-1' is not a number from 0 to 255"),
    Malformed("nothing", [bad("", at: 3)], ", line 1, column 3 (pixel1): '' is not a number from 0 to 255"),
    Malformed("spaces", [bad("  ", at: 785)], ", line 1, column 785 (pixel783): '' is not a number from 0 to 255"),
    Malformed("nan", [bad("nan", at: 3)], ", line 1, column 3 (pixel1): 'nan' is not a number from 0 to 255"),
    Malformed("1e400", [bad("1e400", at: 3)], ", line 1, column 3 (pixel1): '1e400' is not a number from 0 to 255"),
    Malformed("0x10", [bad("0x10", at: 3)], ", line 1, column 3 (pixel1): '0x10' is not a number from 0 to 255"),
    Malformed("1 2", [bad("1 2", at: 3)], ", line 1, column 3 (pixel1): '1 2' is not a number from 0 to 255"),
    Malformed("a dot", [bad(".", at: 3)], ", line 1, column 3 (pixel1): '.' is not a number from 0 to 255"),
    Malformed(
      "a control sign", [bad("\u{1b}[2J", at: 3)],
      ", line 1, column 3 (pixel1): '\u{fffd}[2J' is not a number from 0 to 255"),
    Malformed(
      "a long word", [bad(String(repeating: "z", count: 999), at: 3)],
      ", line 1, column 3 (pixel1): '\(String(repeating: "z", count: 32))…' is not a number from 0 to 255"),
    Malformed(
      "a fraction", [bad("0.53", at: 3)],
      ", line 1, column 3 (pixel1): '0.53' is not a whole number from 0 to 255; "
        + "pixels from 0 to 1 must be multiplied by 255 first"),
    Malformed("label 10", [bad("10", at: 1)], ", line 1, column 1 (label): '10' is not a digit from 0 to 9"),
    Malformed("label x", [header, bad("x", at: 1)], ", line 2, column 1 (label): 'x' is not a digit from 0 to 9"),
    Malformed(
      "one label missing", [rows[0], bad("", at: 1)],
      ", line 2: no label though other rows have one; give every row a label, or none"),
    Malformed("short row", [rows[0], String(rows[1].dropLast(4))], ", line 2: 784 columns where 785 are expected"),
    Malformed("long row", [rows[0], rows[1] + ",0"], ", line 2: 786 columns where 785 are expected"),
    Malformed(
      "a comma too many", [rows[0] + ","],
      ", line 1: 786 columns where 784 (pixels) or 785 (label and pixels) are expected"),
    Malformed(
      "a bad and long row", [rows[0], bad("abc", at: 5) + ",1"], ", line 2: 786 columns where 785 are expected"),
    Malformed("one number", [rows[0], "5"], ", line 2: 1 column where 785 are expected"),
    Malformed(
      "a web page", ["<html><body>Error</body></html>"],
      ", line 1: the header has 1 column, none of them called 'label'; "
        + "784 pixel columns are needed, and 'label' where the digits are known"),
    Malformed(
      "a header without label", [row(["digit"] + names)],
      ", line 1: the header has 785 columns, none of them called 'label'; "
        + "784 pixel columns are needed, and 'label' where the digits are known"),
    Malformed(
      "a header with a column more", [row(["label", "id"] + names)],
      ", line 1: the header has 786 columns, one of them called 'label'; "
        + "784 pixel columns are needed, and 'label' where the digits are known"),
    Malformed(
      "two labels", [row(["label", "label"] + names)], ", line 1: the header has 2 columns called 'label'"),
    Malformed(
      "a long line", [rows[0], String(repeating: "7", count: 65_537)],
      ", line 2: longer than 65536 bytes; a row has 784 pixels and at most one label"),
    Malformed(
      "a long first line", [String(repeating: ",", count: 300_000)],
      ", line 1: longer than 65536 bytes; a row has 784 pixels and at most one label"),
  ]

  @Test(arguments: malformed)
  func malformedFiles(file: Malformed) throws {
    let path = try directory.write(file.lines.joined(separator: "\n"), to: "digits.csv")
    let error = #expect(throws: CSVError.self) { try CSVDigits.load(from: path) }
    #expect(error?.description == path + file.text)
  }

  @Test func theReaderGoesOnAfterBadRows() throws {
    let lines = [
      CSVTests.header, "nonsense", CSVTests.rows[0], CSVTests.bad("abc", at: 4), "",
      String(repeating: "5", count: 200_000),
      CSVTests.rows[1], CSVTests.bad("", at: 1),
    ]
    let path = try directory.write(lines.joined(separator: "\n"), to: "digits.csv")
    var found: [String] = []
    for row in try CSVDigitReader(path: path) {
      switch row {
      case .success(let digit):
        found.append("\(digit.index) \(digit.line) \(digit.label.map(String.init) ?? "-") \(digit.pixels.prefix(4))")
      case .failure(let error): found.append(error.description.replacing(path, with: ""))
      }
    }
    #expect(
      found == [
        ", line 2: 1 column where 785 are expected", "1 3 4 [0, 3, 6, 9]",
        ", line 4, column 4 (pixel2): 'abc' is not a number from 0 to 255",
        ", line 6: longer than 65536 bytes; a row has 784 pixels and at most one label", "4 7 9 [0, 7, 14, 21]",
        "5 8 - [0, 3, 6, 9]",
      ])
  }

  @Test func aManyLineFileCrossesEveryBufferBoundary() throws {
    let lines = (0..<400).map { "\($0 % 10)," + CSVTests.row($0) }
    let path = try directory.write(lines.joined(separator: "\n"), to: "digits.csv")
    let digits = try CSVDigitReader(path: path).map { try $0.get() }
    #expect(digits.map(\.index) == Array(0..<400))
    #expect(digits.map(\.line) == Array(1...400))
    #expect(digits.allSatisfy { $0.pixels == CSVTests.pixels($0.index) && $0.label == $0.index % 10 })
  }

  @Test func theLongestLineThatFitsIsRead() throws {
    let padded = CSVTests.rows[0] + String(repeating: " ", count: 65_536 - CSVTests.rows[0].utf8.count)
    #expect(try load(padded + "\n" + padded).count == 2)
    #expect(throws: CSVError.self) { try load(padded + "\n" + padded + " ") }
    #expect(throws: CSVError.self) { try load(padded + " \n" + padded) }
  }

  @Test func aDamagedPackedFileEndsWithItsError() throws {
    let text = (0..<200).map { "\($0 % 10)," + CSVTests.row($0) }.joined(separator: "\n")
    let path = try directory.write(Array(Gzip.pack(Array(text.utf8)).dropLast(20)), to: "digits.csv.gz")
    let rows = try Array(CSVDigitReader(path: path))
    #expect(rows.count > 2)
    #expect(rows.dropLast().allSatisfy { (try? $0.get()) != nil })
    #expect(throws: CSVError.unreadable(.truncatedGzip(path: path))) { try rows.last?.get() }
  }

  @Test func aMissingFileIsNamed() {
    let path = directory.path + "/none.csv"
    #expect(throws: CSVError.unreadable(.notFound(path: path))) { try CSVDigits.load(from: path) }
  }
}
