/// Bytes that go to another program in pieces; the last piece is empty and says that there are no more.
package struct Chunks: Sendable {
  /// What goes whole.
  package static let largest = 256 * 1024

  private let bytes: [UInt8]
  private let size: Int
  private var offset = 0
  private var isOver = false

  /// Pieces of `size` bytes.
  package init(_ bytes: [UInt8], size: Int) {
    precondition(size > 0, "pieces of \(size) bytes")
    self.bytes = bytes
    self.size = size
  }

  /// The next piece; nil after the empty one.
  package mutating func next() -> ArraySlice<UInt8>? {
    guard !isOver else { return nil }
    let piece = bytes[offset..<min(offset + size, bytes.count)]
    offset += piece.count
    isOver = piece.isEmpty
    return piece
  }

  /// How large a piece may be where a request has at most `words` of four bytes: a quarter of it.
  package static func size(forRequestsOf words: Int) -> Int { max(1024, min(largest, words)) }
}
