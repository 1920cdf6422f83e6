import Glibc
import Training

/// What is in a directory, as far as it can be opened here: directories first, both in alphabetical order.
package struct DirectoryListing: Equatable, Sendable {
  /// The most entries that are shown.
  package static let most = 20_000

  /// The directory.
  package let path: String
  package let entries: [FileEntry]
  /// Whether there are more entries than are shown.
  package let isCut: Bool

  /// Takes everything as it is.
  package init(path: String, entries: [FileEntry], isCut: Bool = false) {
    (self.path, self.entries, self.isCut) = (path, entries, isCut)
  }

  /// Asks the system; for a background thread.
  ///
  /// Pipes, devices, links to nowhere and names that are not UTF-8 are left out: none of them can be opened here.
  package static func read(_ path: String) -> Result<DirectoryListing, FileTrouble> {
    guard let directory = opendir(path) else { return .failure(.reading(path, FileTrouble.systemReason)) }
    defer { closedir(directory) }
    var entries: [FileEntry] = []
    while let raw = readdir(directory) {
      guard let name = name(of: raw), name != ".", name != ".." else { continue }
      guard entries.count < most else { return .success(listing(path, entries, isCut: true)) }
      if let entry = entry(name, in: dirfd(directory)) { entries.append(entry) }
    }
    return .success(listing(path, entries, isCut: false))
  }

  private static func listing(_ path: String, _ entries: [FileEntry], isCut: Bool) -> DirectoryListing {
    DirectoryListing(path: path, entries: entries.sorted(by: FileEntry.comesFirst), isCut: isCut)
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
    withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
    }
  }

  private static func entry(_ name: String, in directory: Int32) -> FileEntry? {
    var status = stat()
    guard fstatat(directory, name, &status, 0) == 0 else { return nil }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFDIR || kind == S_IFREG else { return nil }
    return FileEntry(
      name: name, isDirectory: kind == S_IFDIR, size: Int(status.st_size), modified: Int(status.st_mtim.tv_sec))
  }
}
