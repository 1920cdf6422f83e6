import Glibc

/// A file open for lines to be added; closed when it goes.
final class JournalFile {
  /// Longer files are not ours.
  static let longest = 1 << 30

  /// Bytes in the file.
  private(set) var size: Int
  private let descriptor: Int32

  /// Opens the plain file at `path`, or creates it for its owner alone.
  init(path: String) throws(FileTrouble) {
    // Opening a pipe that somebody put there must not wait for its other end.
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw .keptInMemory(FileTrouble.systemReason) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .keptInMemory("\(SafeName.last(of: path)) is not a plain file")
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// All bytes; nil where there are too many or the system does not give them.
  func contents() -> [UInt8]? {
    guard size <= JournalFile.longest else { return nil }
    var filled = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while filled < size {
        let step = pread(descriptor, buffer.baseAddress.map { $0 + filled }, size - filled, filled)
        if step < 0, errno == EINTR { continue }
        guard step > 0 else { break }
        filled += step
      }
      count = filled
    }
    return filled == size ? bytes : nil
  }

  /// Forgets everything behind the first `size` bytes.
  func cut(to size: Int) throws(FileTrouble) {
    guard ftruncate(descriptor, size) == 0 else { throw .keptInMemory(FileTrouble.systemReason) }
    self.size = size
  }

  /// Adds bytes at the end, all or none.
  func append(_ text: String) throws(FileTrouble) {
    var text = text
    let isWritten = text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
    guard !isWritten else { return }
    let reason = FileTrouble.systemReason
    try? cut(to: size)
    throw .keptInMemory(reason)
  }

  private func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var done = 0
    while done < bytes.count {
      let step = pwrite(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, size + done)
      if step < 0, errno == EINTR { continue }
      guard step > 0 else { return false }
      done += step
    }
    size += done
    return true
  }
}
