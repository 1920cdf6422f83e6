import Foundation

/// A directory of its own for one test; it goes with the object.
package final class TemporaryDirectory: Sendable {
  package let path: String

  /// An empty one.
  package init() throws {
    path = FileManager.default.temporaryDirectory.path + "/inkling-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  @discardableResult
  package func write(_ bytes: [UInt8], to name: String) throws -> String {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// Writes a text file and gives its path.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

  /// The names of all files below, sorted, hidden ones included.
  package func names(in name: String = "") -> [String] {
    (FileManager.default.subpaths(atPath: path + "/" + name) ?? []).sorted()
  }
}
