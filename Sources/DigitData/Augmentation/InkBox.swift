/// The rows and columns of a picture that have ink.
struct InkBox {
  private(set) var top = 0
  private(set) var bottom = 27
  private(set) var left = 0
  private(set) var right = 27

  /// Looks at the 784 bytes at `source`; a picture without ink has the whole picture as its box.
  init(_ source: UnsafePointer<UInt8>) {
    // Eight columns at a time; the last word overlaps the third by four columns.
    var (word0, word1, word2, word3) = (0 as UInt64, 0 as UInt64, 0 as UInt64, 0 as UInt64)
    var (first, last) = (28, -1)
    for row in 0..<28 {
      let line = UnsafeRawPointer(source + row * 28)
      let words = (InkBox.word(line, 0), InkBox.word(line, 8), InkBox.word(line, 16), InkBox.word(line, 20))
      guard words.0 | words.1 | words.2 | words.3 != 0 else { continue }
      (word0, word1, word2, word3) = (word0 | words.0, word1 | words.1, word2 | words.2, word3 | words.3)
      first = min(first, row)
      last = row
    }
    guard last >= 0 else { return }
    (top, bottom) = (first, last)
    left = 20 + word3.before
    if word2 != 0 { left = 16 + word2.before }
    if word1 != 0 { left = 8 + word1.before }
    if word0 != 0 { left = word0.before }
    right = 7 - word0.after
    if word1 != 0 { right = 15 - word1.after }
    if word2 != 0 { right = 23 - word2.after }
    if word3 != 0 { right = 27 - word3.after }
  }

  @inline(__always)
  private static func word(_ line: UnsafeRawPointer, _ column: Int) -> UInt64 {
    UInt64(littleEndian: line.loadUnaligned(fromByteOffset: column, as: UInt64.self))
  }
}

extension UInt64 {
  /// Bytes of paper before the first ink of eight pixels.
  fileprivate var before: Int { trailingZeroBitCount / 8 }

  /// Bytes of paper behind the last ink of eight pixels.
  fileprivate var after: Int { leadingZeroBitCount / 8 }
}
