import Glibc
import Testing

/// A directory of its own for one test; it goes with the object.
final class StorageDirectory: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/inkling-test-XXXXXX".utf8CString)
    path = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  deinit { StorageDirectory.remove(path) }

  /// The path of something in it.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = try #require(fopen(self.file(name), "wb"))
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    return self.file(name)
  }

  /// Writes a text file and gives its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

  /// Reads a whole file.
  func read(_ name: String) throws -> [UInt8] {
    let file = try #require(fopen(self.file(name), "rb"), "\(name) is not there")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }

  /// Reads a whole text file.
  func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

  /// The names in it, sorted.
  var names: [String] { StorageDirectory.names(in: path) }

  private static func names(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  private static func remove(_ path: String) {
    for name in names(in: path) where unlink("\(path)/\(name)") != 0 {
      chmod("\(path)/\(name)", 0o700)
      remove("\(path)/\(name)")
    }
    rmdir(path)
  }
}
