import Glibc

/// Writes whole files: either the new bytes are there afterwards, or the old file is untouched.
public enum AtomicFile {
  /// Replaces the file at `path` by way of a temporary file beside it, synced to disk before it takes the name.
  public static func write(_ bytes: [UInt8], to path: String) throws(GraphicsError) {
    try replace(path) { descriptor throws(GraphicsError) in
      try writeAll(bytes, to: descriptor, path: path)
    }
  }

  /// All bytes of the file at `path`, at most `limit`.
  public static func read(_ path: String, limit: Int = 256 << 20) throws(GraphicsError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotRead(path: path, reason: reason(errno)) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .cannotRead(path: path, reason: reason(errno)) }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= limit else { throw .cannotRead(path: path, reason: "longer than \(limit) bytes") }
    }
  }

  /// Lets `fill` write a temporary file and gives it the name `path` only when everything went well.
  static func replace(_ path: String, fill: (Int32) throws(GraphicsError) -> Void) throws(GraphicsError) {
    let temporary = "\(path).\(getpid())-\(UInt32.random(in: 0 ... .max)).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: reason(errno)) }
    do throws(GraphicsError) {
      try fillAndSync(descriptor, path: path, fill: fill)
      guard rename(temporary, path) == 0 else { throw .cannotWrite(path: path, reason: reason(errno)) }
    } catch {
      unlink(temporary)
      throw error
    }
    syncDirectory(of: path)
  }

  /// Writes all of `bytes`, however often the system takes only a part.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(GraphicsError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .cannotWrite(path: path, reason: reason(errno)) }
      done += count
    }
  }

  private static func fillAndSync(
    _ descriptor: Int32, path: String, fill: (Int32) throws(GraphicsError) -> Void
  ) throws(GraphicsError) {
    do throws(GraphicsError) {
      try fill(descriptor)
      guard fsync(descriptor) == 0 else { throw .cannotWrite(path: path, reason: reason(errno)) }
    } catch {
      close(descriptor)
      throw error
    }
    // Network file systems report a full disk only here.
    guard close(descriptor) == 0 else { throw .cannotWrite(path: path, reason: reason(errno)) }
  }

  /// Makes the new name itself durable; a file system that cannot do so is no reason to fail.
  private static func syncDirectory(of path: String) {
    let directory = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func reason(_ code: Int32) -> String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }
}
