import Foundation

/// Directories that belong to one user.
package enum PrivateDirectory {
  /// Creates `path` and what is missing above it, each with mode 0700, as the XDG base directory rules ask.
  package static func create(_ path: String) throws(DataFileError) {
    if isDirectory(path) { return }
    let parent = (path as NSString).deletingLastPathComponent
    if !parent.isEmpty, parent != path { try create(parent) }
    if mkdir(path, 0o700) != 0, !isDirectory(path) {
      throw .unwritable(path: path, reason: SystemError.text(errno))
    }
  }

  /// Whether `path` is a directory.
  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Removes the file at `path`, if there is one.
  static func remove(_ path: String) { unlink(path) }

  /// The names of the files in `path`; none when it cannot be read.
  static func names(in path: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  }
}
