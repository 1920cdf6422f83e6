import Foundation

/// A file open for reading; closed when it goes.
final class OpenFile: Sendable {
  /// What the system says about a file.
  struct Status: Equatable {
    let size: Int
    let modifiedSeconds: Int
    let modifiedNanoseconds: Int
    /// Which file it is, whatever it is called.
    let device: UInt
    let number: UInt
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

  /// Opens the file that `other` has open once more and reads it from its start, whatever became of its name.
  init(again other: OpenFile) throws(DataFileError) {
    path = other.path
    isOwned = true
    descriptor = open("/proc/self/fd/\(other.descriptor)", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: SystemError.text(errno)) }
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

  /// How many bytes have been read or passed over; 0 for a pipe.
  var position: Int { max(0, Int(lseek(descriptor, 0, SEEK_CUR))) }

  /// Passes over `count` bytes.
  func skip(_ count: Int) throws(DataFileError) {
    guard lseek(descriptor, off_t(count), SEEK_CUR) >= 0 else {
      throw .unreadable(path: path, reason: SystemError.text(errno))
    }
  }

  /// What the system says about it now; nothing when it is no regular file.
  var status: Status? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? Status(status) : nil
  }

  /// Whether there is anything at `path`.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// What the system says about the file at `path`; nothing when there is no regular file.
  static func status(of path: String) -> Status? {
    var status = stat()
    return stat(path, &status) == 0 ? Status(status) : nil
  }
}

extension OpenFile.Status {
  fileprivate init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(
      size: Int(status.st_size), modifiedSeconds: status.st_mtim.tv_sec, modifiedNanoseconds: status.st_mtim.tv_nsec,
      device: UInt(status.st_dev), number: UInt(status.st_ino))
  }
}
