import Foundation

/// The lines of a file, one after the other, in a buffer that never grows.
///
/// A line is given as soon as its line feed has arrived, however slowly the file goes on. Memory is touched only as far as
/// lines are long.
final class LineReader {
  /// The number of the line last read, from 1; 0 before the first.
  private(set) var number = 0
  /// Where the line last read begins: bytes from where the reading began.
  private(set) var offset = 0
  /// The longest line in bytes, without its end.
  let limit: Int

  /// What is read at once: whatever has arrived, but never so much that short lines touch a large buffer.
  private static let portion = 64 * 1024

  private let file: DataFile
  private let buffer: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  /// Bytes that the line last read took, with its line feed.
  private var taken = 0
  private var isAtEnd = false
  /// Bytes of all lines so far.
  private var passed = 0

  /// Reads the lines of `file`, each up to `limit` bytes.
  init(file: DataFile, limit: Int = 64 * 1024) {
    self.file = file
    self.limit = limit
    buffer = .allocate(byteCount: limit + LineReader.portion, alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// Gives the next line to `body`, without its line feed, or nothing in place of a line that is too long.
  ///
  /// The bytes are valid inside `body` only. At the end of the file the result is nothing.
  func next<Result>(_ body: (UnsafeRawBufferPointer?) -> Result) throws(DataFileError) -> Result? {
    var isTooLong = false
    var searched = 0
    offset = passed
    while true {
      if let length = lengthToLineFeed(searched) {
        return finish(length, isTooLong: isTooLong, skipping: 1, body)
      }
      searched = end - start
      if searched > limit {
        isTooLong = true
        passed += searched
        (start, end, searched) = (0, 0, 0)
      }
      guard isAtEnd else {
        try refill()
        continue
      }
      return searched > 0 || isTooLong ? finish(searched, isTooLong: isTooLong, skipping: 0, body) : nil
    }
  }

  /// How many bytes of the file itself have been read.
  var position: Int { file.position }

  /// Goes on with the line that begins at `offset`, which lies at or behind the end of the line last read.
  func skip(to offset: Int) throws(DataFileError) {
    let distance = offset - passed
    guard distance >= 0 else { throw .unreadable(path: file.path, reason: "byte \(offset) has been passed") }
    guard distance > 0 else { return }
    if distance <= end - start {
      start += distance
    } else {
      try file.skip(distance - (end - start))
      (start, end, isAtEnd) = (0, 0, false)
    }
    (passed, taken, number) = (offset, 0, max(1, number))
  }

  /// Takes back the line last read, unless it was too long: the next line is the same again.
  func unread() {
    start -= taken
    passed -= taken
    number -= taken > 0 ? 1 : 0
    taken = 0
  }

  /// A line without the carriage return at its end, and the first one without the byte order mark.
  static func content(of line: UnsafeRawBufferPointer, number: Int) -> UnsafeRawBufferPointer {
    var line = line
    if line.last == 0x0d { line = UnsafeRawBufferPointer(rebasing: line.dropLast()) }
    if number == 1, line.starts(with: [0xef, 0xbb, 0xbf]) {
      line = UnsafeRawBufferPointer(rebasing: line.dropFirst(3))
    }
    return line
  }

  private func lengthToLineFeed(_ searched: Int) -> Int? {
    guard let base = buffer.baseAddress, end - start > searched,
      let found = memchr(base + start + searched, 0x0a, end - start - searched)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base + start)
  }

  private func finish<Result>(
    _ length: Int, isTooLong: Bool, skipping skipped: Int, _ body: (UnsafeRawBufferPointer?) -> Result
  ) -> Result {
    number += 1
    let line = UnsafeRawBufferPointer(rebasing: buffer[start..<start + length])
    taken = length + skipped
    start += taken
    passed += taken
    return body(isTooLong || length > limit ? nil : line)
  }

  /// Moves what is left to the front and reads behind it.
  private func refill() throws(DataFileError) {
    if start > 0, let base = buffer.baseAddress {
      memmove(base, base + start, end - start)
      (start, end) = (0, end - start)
    }
    let portion = buffer[end...].prefix(LineReader.portion)
    let count = try file.read(into: UnsafeMutableRawBufferPointer(rebasing: portion))
    end += count
    isAtEnd = count == 0
  }
}
