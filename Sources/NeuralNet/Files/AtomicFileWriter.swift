internal import Glibc

/// A file written piece by piece under another name, which takes its place when it is complete and not before.
///
/// A symbolic link is followed and the permissions of an old file are kept. What is not published is removed.
package final class AtomicFileWriter {
  /// The path as it was given.
  package let path: String
  private let target: String
  private let directory: String
  private let temporary: String
  private let descriptor: Int32
  private var isPublished = false

  /// Opens a new file beside `path`; what is at `path` stays as it is.
  package init(path: String) throws(FileError) {
    let (target, mode) = try AtomicFileWriter.target(of: path)
    let (directory, name) = AtomicFileWriter.split(target)
    self.path = path
    self.target = target
    self.directory = directory
    temporary = "\(directory)/.\(name).\(String(UInt64.random(in: 0...UInt64.max), radix: 36)).tmp"
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw AtomicFileWriter.failure(path) }
    if let mode { fchmod(descriptor, mode) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    if !isPublished { unlink(temporary) }
  }

  /// Adds bytes at the end.
  package func append(_ bytes: [UInt8]) throws(FileError) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(FileError) in
      var rest = UnsafeRawBufferPointer(buffer)
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { throw AtomicFileWriter.failure(path) }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
    }
  }

  /// Brings the bytes to the disk and gives the file its real name: fsync, rename, fsync of the directory.
  package func publish() throws(FileError) {
    guard fsync(descriptor) == 0, rename(temporary, target) == 0 else { throw AtomicFileWriter.failure(path) }
    isPublished = true
    let parent = open(directory.isEmpty ? "/" : directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard parent >= 0 else { throw AtomicFileWriter.failure(path) }
    defer { close(parent) }
    // Some file systems cannot synchronise a directory and say EINVAL: the new file is in place all the same.
    guard fsync(parent) == 0 || errno == EINVAL else { throw AtomicFileWriter.failure(path) }
  }

  /// What shall be replaced, and the permissions it has; no permissions where there is no file yet.
  private static func target(of path: String) throws(FileError) -> (path: String, mode: mode_t?) {
    var status = stat()
    guard stat(path, &status) == 0 else { return (path, nil) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unwritable(path: path, reason: "it is not a plain file") }
    guard let resolved = realpath(path, nil) else { throw failure(path) }
    defer { free(resolved) }
    return (String(cString: resolved), status.st_mode & 0o7777)
  }

  private static func split(_ path: String) -> (directory: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }

  private static func failure(_ path: String) -> FileError {
    .unwritable(path: path, reason: FileError.systemReason)
  }
}
