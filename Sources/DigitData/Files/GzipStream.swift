import CZlib
import Foundation

/// The contents of a gzip file, unpacked as they are asked for; members that follow one another are one stream.
final class GzipStream {
  private static let inputSize = 64 * 1024

  private let file: OpenFile
  // On the heap: zlib's state points back at its z_stream, which therefore must not move.
  private let raw: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutablePointer<UInt8>
  private var isInsideMember = false

  /// Unpacks `file`, of which the bytes `start` have already been read.
  init(file: OpenFile, start: [UInt8]) throws(DataFileError) {
    self.file = file
    raw = .allocate(capacity: 1)
    raw.initialize(to: z_stream())
    input = .allocate(capacity: GzipStream.inputSize)
    let status = inflateInit2_(raw, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw .unreadable(path: file.path, reason: "zlib status \(status)") }
    input.update(from: start, count: start.count)
    raw.pointee.next_in = input
    raw.pointee.avail_in = UInt32(start.count)
  }

  deinit {
    inflateEnd(raw)
    raw.deallocate()
    input.deallocate()
  }

  /// How many packed bytes have been read.
  var position: Int { file.position }

  /// Unpacks up to `buffer.count` bytes and gives their number; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DataFileError) -> Int {
    let capacity = min(buffer.count, 1 << 30)
    raw.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    raw.pointee.avail_out = UInt32(capacity)
    while raw.pointee.avail_out == UInt32(capacity), capacity > 0 {
      guard try hasInput() else {
        if isInsideMember { throw .truncatedGzip(path: file.path) }
        break
      }
      try step()
    }
    return capacity - Int(raw.pointee.avail_out)
  }

  private func hasInput() throws(DataFileError) -> Bool {
    guard raw.pointee.avail_in == 0 else { return true }
    let count = try file.read(into: UnsafeMutableRawBufferPointer(start: input, count: GzipStream.inputSize))
    raw.pointee.next_in = input
    raw.pointee.avail_in = UInt32(count)
    return count > 0
  }

  private func step() throws(DataFileError) {
    isInsideMember = true
    let status = inflate(raw, Z_NO_FLUSH)
    switch status {
    case Z_OK, Z_BUF_ERROR: break
    case Z_STREAM_END:
      isInsideMember = false
      inflateReset(raw)
    default:
      let message = raw.pointee.msg.map { String(cString: $0) } ?? "zlib status \(status)"
      throw .corruptGzip(path: file.path, reason: message)
    }
  }
}
