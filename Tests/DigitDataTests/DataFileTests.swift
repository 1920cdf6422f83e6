import DigitData
import DigitSamples
import Foundation
import Testing

struct DataFileTests {
  private let directory: TemporaryDirectory
  private let text = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 / 7) }

  init() throws { directory = try TemporaryDirectory() }

  @Test func plainAndPackedGiveTheSame() throws {
    for (name, bytes) in [("plain", text), ("packed", Gzip.pack(text))] {
      #expect(try DataFile.contents(of: directory.write(bytes, to: name), limit: text.count) == text)
    }
  }

  @Test(arguments: [[], [7], [0x1f], [0x1f, 0x8a, 3]] as [[UInt8]])
  func shortPlainFiles(bytes: [UInt8]) throws {
    #expect(try DataFile.contents(of: directory.write(bytes, to: "short"), limit: 10) == bytes)
  }

  @Test func membersOneAfterAnotherAreOneFile() throws {
    let parts = [Array(text[..<10]), [], Array(text[10..<70_000]), Array(text[70_000...])]
    let path = try directory.write(parts.flatMap { Gzip.pack($0) }, to: "members.gz")
    #expect(try DataFile.contents(of: path, limit: text.count) == text)
  }

  @Test(arguments: [true, false])
  func largerThanAcceptedIsAnError(isPacked: Bool) throws {
    let path = try directory.write(isPacked ? Gzip.pack(text) : text, to: "large")
    let error = #expect(throws: DataFileError.self) { try DataFile.contents(of: path, limit: text.count - 1) }
    #expect(
      error?.description == "\(path): larger than 99999 bytes when unpacked; this is not the expected file")
  }

  @Test func aBombIsNotUnpacked() throws {
    let path = try directory.write(Gzip.pack([UInt8](repeating: 0, count: 50_000_000), level: 9), to: "bomb.gz")
    #expect(throws: DataFileError.tooLarge(path: path, limit: 1_000)) { try DataFile.contents(of: path, limit: 1_000) }
  }

  @Test(arguments: [2, 9, 11, 100, -1, -8])
  func everyTruncationIsNoticed(length: Int) throws {
    let packed = Gzip.pack(text)
    let bytes = Array(packed[..<(length < 0 ? packed.count + length : length)])
    let path = try directory.write(bytes, to: "cut.gz")
    let error = #expect(throws: DataFileError.self) { try DataFile.contents(of: path, limit: text.count) }
    #expect(error?.description == "\(path): the gzip data end too early; copy or download the file again")
  }

  @Test func damageIsNoticed() throws {
    var packed = Gzip.pack(text)
    packed[packed.count - 6] ^= 1
    let path = try directory.write(packed, to: "damaged.gz")
    let error = #expect(throws: DataFileError.self) { try DataFile.contents(of: path, limit: text.count) }
    #expect(
      error?.description
        == "\(path): the gzip data are damaged (incorrect data check); copy or download the file again")
  }

  @Test func anythingBehindTheLastMemberIsAnError() throws {
    let path = try directory.write(Gzip.pack(text) + Array("garbage".utf8), to: "more.gz")
    let error = #expect(throws: DataFileError.self) { try DataFile.contents(of: path, limit: text.count) }
    #expect(
      error?.description
        == "\(path): the gzip data are damaged (incorrect header check); copy or download the file again")
  }

  @Test func whatIsNoFileSaysSo() {
    let missing = directory.path + "/missing"
    #expect(throws: DataFileError.notFound(path: missing)) { try DataFile.contents(of: missing, limit: 1) }
    #expect(throws: DataFileError.unreadable(path: directory.path, reason: "Is a directory")) {
      try DataFile.contents(of: directory.path, limit: 1)
    }
  }

  @Test func readingInSmallPiecesGivesTheSame() throws {
    for bytes in [text, Gzip.pack(text)] {
      let file = try DataFile(path: directory.write(bytes, to: "pieces"))
      let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1, alignment: 1)
      defer { piece.deallocate() }
      var found: [UInt8] = []
      while try file.read(into: piece) > 0 { found += piece }
      #expect(found == text)
    }
  }
}
