import DigitData
import DigitSamples
import Foundation
import Recognition
import Testing

/// Rows that are read again long after the file was read.
struct CSVFileTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private static func pixels(_ salt: Int) -> [UInt8] { (0..<784).map { UInt8(truncatingIfNeeded: $0 &* salt) } }

  private static func text(_ count: Int, header: Bool, bad: Set<Int> = []) -> String {
    let head = header ? "label," + (0..<784).map { "pixel\($0)" }.joined(separator: ",") + "\n" : ""
    return (0..<count).reduce(into: head) { text, row in
      text +=
        bad.contains(row) ? "1,2,x\n" : "\(row % 10)," + pixels(row).map(String.init).joined(separator: ",") + "\n"
    }
  }

  private func places(of file: CSVFile) throws -> [Int] {
    let reader = try file.reader()
    let pixels = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 784 * 64)
    defer { pixels.deallocate() }
    var places: [Int] = []
    while case let rows = reader.read(64, into: pixels), !rows.isEmpty { places += rows.map(\.place) }
    return places
  }

  @Test(arguments: [true, false], ["", "\u{feff}"])
  func rowsAreFoundAgainInAnyOrder(header: Bool, mark: String) throws {
    let file = try CSVFile(path: directory.write(mark + Self.text(150, header: header, bad: [3, 70]), to: "a.csv"))
    let places = try places(of: file)
    #expect(places.count == 150)
    let order = [149, 0, 70, 2, 2, 90]
    let found = file.pictures(at: order.map { places[$0] })
    for (row, picture) in zip(order, found) { #expect(picture?.pixels == (row == 70 ? nil : Self.pixels(row))) }
  }

  @Test func packedRowsAreFoundAgain() throws {
    let bytes = Gzip.pack(Array(Self.text(120, header: true).utf8))
    let file = try CSVFile(path: directory.write(bytes, to: "a.csv.gz"))
    let places = try places(of: file)
    let found = file.pictures(at: [places[119], places[5]])
    #expect(found.map { $0?.pixels } == [Self.pixels(119), Self.pixels(5)])
  }

  @Test func aFileWhoseNameHasGoneIsStillRead() throws {
    let path = try directory.write(Self.text(20, header: true), to: "a.csv")
    let file = try CSVFile(path: path)
    let places = try places(of: file)
    #expect(file.fate == .same)
    try FileManager.default.removeItem(atPath: path)
    #expect(file.fate == .removed)
    #expect(file.pictures(at: [places[7]]).first??.pixels == Self.pixels(7))
    try directory.write("other", to: "a.csv")
    #expect(file.fate == .replaced)
  }

  @Test func aFileThatShrinksIsNoticed() throws {
    let path = try directory.write(Self.text(200, header: true), to: "a.csv")
    let file = try CSVFile(path: path)
    let places = try places(of: file)
    truncate(path, off_t(places[100] + 40))
    #expect(file.fate == .changed)
    #expect(file.pictures(at: [places[150]]) == [nil])
    #expect(try self.places(of: file).count == 101)
  }

  @Test func whatIsNoPlainFileIsRefused() throws {
    #expect(throws: CSVError.self) { try CSVFile(path: directory.path) }
    #expect(throws: CSVError.unreadable(.notFound(path: directory.path + "/none.csv"))) {
      try CSVFile(path: directory.path + "/none.csv")
    }
    let pipe = directory.path + "/pipe.csv"
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(throws: CSVError.self) { try CSVFile(path: pipe) }
  }
}
