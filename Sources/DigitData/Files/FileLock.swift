import Foundation

/// An advisory lock that only one process (or thread) holds at a time; it goes with the object, or with the process.
package final class FileLock: Sendable {
  private let descriptor: Int32

  /// Waits for the lock file at `path`; gives nothing when `isCancelled` says so first.
  package init?(path: String, isCancelled: () -> Bool) throws(DataFileError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unwritable(path: path, reason: SystemError.text(errno)) }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { break }  // no locks on this file system: go on without one
      if isCancelled() { return nil }
      usleep(50_000)
    }
  }

  deinit { close(descriptor) }
}
