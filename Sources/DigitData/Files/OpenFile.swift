import Foundation

/// A file open for reading; closed when it goes.
final class OpenFile {
  /// What the system says about a file.
  struct Status {
    let size: Int
    let modifiedSeconds: Int
    let modifiedNanoseconds: Int
  }

  let path: String
  private let descriptor: Int32
  private let isOwned: Bool

  /// Opens `path`.
  init(path: String) throws(DataFileError) {
    self.path = path
    isOwned = true
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .notFound(path: path) : .unreadable(path: path, reason: SystemError.text(errno))
    }
  }

  /// Reads what is open already as `descriptor`, which stays open; errors call it `name`.
  init(descriptor: Int32, name: String) {
    path = name
    self.descriptor = descriptor
    isOwned = false
  }

  deinit { if isOwned { close(descriptor) } }

  /// Reads up to `buffer.count` bytes and gives their number; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DataFileError) -> Int {
    while true {
      let count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw .unreadable(path: path, reason: SystemError.text(errno)) }
    }
  }

  /// Reads until `buffer` is full or the file ends, and gives the number of bytes.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(DataFileError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// What the system says about the file at `path`; nothing when there is no regular file.
  static func status(of path: String) -> Status? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Status(
      size: Int(status.st_size), modifiedSeconds: status.st_mtim.tv_sec, modifiedNanoseconds: status.st_mtim.tv_nsec)
  }
}
