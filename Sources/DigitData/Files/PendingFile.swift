import Foundation

/// A file being written under a temporary name, which nobody takes for the real one until it is complete.
final class PendingFile {
  let path: String
  private(set) var count: Int
  private let descriptor: Int32

  /// Opens the temporary file at `path`, or creates it for its owner alone; what it holds already is kept.
  init(path: String) throws(DataFileError) {
    self.path = path
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path: path, reason: SystemError.text(errno)) }
    count = max(0, Int(lseek(descriptor, 0, SEEK_END)))
  }

  deinit { close(descriptor) }

  /// Adds bytes at the end.
  func append(_ bytes: UnsafeRawBufferPointer) throws(DataFileError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw .unwritable(path: path, reason: SystemError.text(errno)) }
      rest = rest.dropFirst(written)
      count += written
    }
  }

  /// Adds bytes at the end.
  func append(_ bytes: [UInt8]) throws(DataFileError) {
    do {
      try bytes.withUnsafeBytes { try append($0) }
    } catch let error as DataFileError {
      throw error
    } catch {
      throw .unwritable(path: path, reason: "\(error)")
    }
  }

  /// Forgets everything written so far.
  func restart() throws(DataFileError) {
    guard ftruncate(descriptor, 0) == 0 else { throw .unwritable(path: path, reason: SystemError.text(errno)) }
    count = 0
  }

  /// Brings the bytes to the disk and gives the file its real name, replacing what had it.
  func publish(as name: String) throws(DataFileError) {
    guard fsync(descriptor) == 0, rename(path, name) == 0 else {
      throw .unwritable(path: name, reason: SystemError.text(errno))
    }
    let directory = open((name as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }

  /// Removes the temporary file.
  func discard() { unlink(path) }
}
