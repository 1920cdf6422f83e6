internal import Glibc

/// Writes whole files so that a reader, a crash or a full disk sees either the old file or the new one.
public enum AtomicFile {
  /// Replaces the file at `path` by `bytes`: temporary file beside it, fsync, rename, fsync of the directory.
  ///
  /// A symbolic link is followed and the permissions of an old file are kept. On an error the old file is as it was and
  /// nothing is left beside it.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    try write(to: path) { (append) throws(FileError) in
      try append(bytes)
      return true
    }
  }

  /// Replaces the file at `path` by the pieces that `produce` appends, unless it gives false in the end or throws.
  package static func write(
    to path: String, _ produce: (_ append: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Bool
  ) throws(FileError) {
    try replace(path) { (temporary, mode) throws(FileError) in try create(temporary, mode: mode, produce) }
  }

  /// Replaces the file at `path` by what `fill` writes into the empty file whose path it gets, unless it gives false in
  /// the end or throws.
  package static func write(
    to path: String, byFilling fill: (_ temporary: String) throws(FileError) -> Bool
  ) throws(FileError) {
    try replace(path) { (temporary, mode) throws(FileError) in
      _ = try create(temporary, mode: mode) { (_) throws(FileError) in true }
      guard try fill(temporary) else { return false }
      let descriptor = open(temporary, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(path) }
      defer { close(descriptor) }
      guard fsync(descriptor) == 0 else { throw failure(path) }
      return true
    }
  }

  private static func replace(
    _ path: String, by make: (_ temporary: String, _ mode: mode_t?) throws(FileError) -> Bool
  ) throws(FileError) {
    let target = try AtomicFile.target(of: path)
    let (directory, name) = split(target.path)
    let temporary = "\(directory)/.\(name).\(String(UInt64.random(in: 0...UInt64.max), radix: 36)).tmp"
    do throws(FileError) {
      guard try make(temporary, target.mode) else {
        unlink(temporary)
        return
      }
      guard rename(temporary, target.path) == 0 else { throw failure(path) }
    } catch {
      unlink(temporary)
      throw .unwritable(path: path, reason: error.reason)
    }
    try synchronize(directory: directory, path: path)
  }

  /// Replaces the file at `path` by `text` in UTF-8.
  public static func write(_ text: String, to path: String) throws(FileError) {
    try write(Array(text.utf8), to: path)
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

  private static func create(
    _ path: String, mode: mode_t?, _ produce: (_ append: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Bool
  ) throws(FileError) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    if let mode { fchmod(descriptor, mode) }
    let isWanted = try produce { (bytes) throws(FileError) in try write(bytes, to: descriptor, path: path) }
    guard fsync(descriptor) == 0 else { throw failure(path) }
    return isWanted
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(FileError) in
      var rest = UnsafeRawBufferPointer(buffer)
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { throw failure(path) }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
    }
  }

  private static func synchronize(directory: String, path: String) throws(FileError) {
    let descriptor = open(directory.isEmpty ? "/" : directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    // Some file systems cannot synchronise a directory and say EINVAL: the new file is in place all the same.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(path) }
  }

  private static func failure(_ path: String) -> FileError {
    .unwritable(path: path, reason: FileError.systemReason)
  }
}
