import DigitData
import DigitSamples
import Testing

struct IDXFileTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test(arguments: [true, false])
  func picturesComeBack(isPacked: Bool) throws {
    let pixels = (0..<3 * 5 * 7).map { UInt8($0) }
    let bytes = IDXBytes.images(count: 3, rows: 5, columns: 7, pixels)
    let path = try directory.write(isPacked ? Gzip.pack(bytes) : bytes, to: "images")
    let images = try IDXFile.images(at: path)
    #expect(images == IDXImages(rows: 5, columns: 7, pixels: pixels))
    #expect(images.count == 3)
  }

  @Test(arguments: [true, false])
  func labelsComeBack(isPacked: Bool) throws {
    let bytes = IDXBytes.labels([0, 9, 4, 4])
    let path = try directory.write(isPacked ? Gzip.pack(bytes) : bytes, to: "labels")
    #expect(try IDXFile.labels(at: path) == [0, 9, 4, 4])
  }

  @Test func noPicturesAreAFile() throws {
    #expect(try IDXFile.images(in: IDXBytes.images(count: 0, rows: 28, columns: 28, []), path: "x").count == 0)
    #expect(try IDXFile.labels(in: IDXBytes.labels([]), path: "x").isEmpty)
  }

  /// A malformed file and what is said about it.
  struct Malformed: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let text: String
  }

  private static let images: [Malformed] = [
    Malformed(
      testDescription: "empty", bytes: [],
      text: "x: 0 bytes are too few for an IDX header of 16; download the file again"),
    Malformed(
      testDescription: "half a header", bytes: IDXBytes.numbers(2051, 1),
      text: "x: 8 bytes are too few for an IDX header of 16; download the file again"),
    Malformed(
      testDescription: "labels", bytes: IDXBytes.labels([1, 2]),
      text: "x: the magic number is 2049 where pictures have 2051; give the right IDX file"),
    Malformed(
      testDescription: "a web page", bytes: Array("<html><body>Error 503</body></html>".utf8),
      text: "x: the magic number is 1013478509 where pictures have 2051; give the right IDX file"),
    Malformed(
      testDescription: "the other byte order", bytes: IDXBytes.numbers(0x0308_0000, 0, 28, 28),
      text: "x: the magic number is 50855936 where pictures have 2051; give the right IDX file"),
    Malformed(
      testDescription: "no rows", bytes: IDXBytes.numbers(2051, 1, 0, 28),
      text: "x: the header says 0×28 pixels per picture; 1 to 4096 rows and columns are possible"),
    Malformed(
      testDescription: "no columns", bytes: IDXBytes.numbers(2051, 1, 28, 0),
      text: "x: the header says 28×0 pixels per picture; 1 to 4096 rows and columns are possible"),
    Malformed(
      testDescription: "huge rows", bytes: IDXBytes.numbers(2051, 1, 0xffff_ffff, 28),
      text: "x: the header says 4294967295×28 pixels per picture; 1 to 4096 rows and columns are possible"),
    Malformed(
      testDescription: "huge count", bytes: IDXBytes.numbers(2051, 0xffff_ffff, 4096, 4096),
      text: "x: the header asks for 72057594021150736 bytes but there are only 16; download the file again"),
    Malformed(
      testDescription: "one byte short", bytes: IDXBytes.images(count: 2, rows: 2, columns: 3, [1, 2, 3, 4, 5, 6, 7]),
      text: "x: the header asks for 28 bytes but there are only 23; download the file again"),
    Malformed(
      testDescription: "one byte more", bytes: IDXBytes.images(count: 1, rows: 2, columns: 2, [1, 2, 3, 4, 5]),
      text: "x: the header asks for 20 bytes but there are 21; download the file again"),
  ]

  private static let labels: [Malformed] = [
    Malformed(
      testDescription: "empty", bytes: [],
      text: "x: 0 bytes are too few for an IDX header of 8; download the file again"),
    Malformed(
      testDescription: "pictures", bytes: IDXBytes.numbers(2051, 1, 1, 1),
      text: "x: the magic number is 2051 where labels have 2049; give the right IDX file"),
    Malformed(
      testDescription: "short", bytes: IDXBytes.numbers(2049, 3) + [1, 2],
      text: "x: the header asks for 11 bytes but there are only 10; download the file again"),
    Malformed(
      testDescription: "long", bytes: IDXBytes.numbers(2049, 1) + [1, 2],
      text: "x: the header asks for 9 bytes but there are 10; download the file again"),
    Malformed(
      testDescription: "huge count", bytes: IDXBytes.numbers(2049, 0xffff_ffff),
      text: "x: the header asks for 4294967303 bytes but there are only 8; download the file again"),
    Malformed(
      testDescription: "a letter", bytes: IDXBytes.labels([0, 9, 10, 11]),
      text: "x: label 2 is 10, not a digit from 0 to 9; give a set of digits"),
  ]

  @Test(arguments: images)
  func malformedPictures(file: Malformed) {
    let error = #expect(throws: IDXError.self) { try IDXFile.images(in: file.bytes, path: "x") }
    #expect(error?.description == file.text)
  }

  @Test(arguments: labels)
  func malformedLabels(file: Malformed) {
    let error = #expect(throws: IDXError.self) { try IDXFile.labels(in: file.bytes, path: "x") }
    #expect(error?.description == file.text)
  }

  @Test func anUnreadableFileIsNamed() throws {
    let path = try directory.write(Array(Gzip.pack([UInt8](repeating: 1, count: 999)).dropLast(3)), to: "cut.gz")
    #expect(throws: IDXError.unreadable(.truncatedGzip(path: path))) { try IDXFile.labels(at: path) }
    #expect(throws: IDXError.unreadable(.tooLarge(path: path, limit: 9))) { try IDXFile.images(at: path, limit: 9) }
  }
}
