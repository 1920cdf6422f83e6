import Glibc
import Training

/// The files of a selection, those in folders included, in alphabetical order.
struct PictureList: Sendable {
  /// More than these are left out.
  static let most = 1_000_000
  private static let deepest = 16

  private(set) var files: [String] = []
  /// Folders that cannot be read, and why.
  private(set) var troubles: [String] = []
  /// Whether there were more files.
  private(set) var isCut = false

  /// Looks for all files at `paths` and below; links to folders are not followed, hidden files are passed over.
  init(_ paths: [String]) {
    for path in paths { add(path, depth: 0) }
  }

  private mutating func add(_ path: String, depth: Int) {
    guard files.count < PictureList.most else { return isCut = true }
    guard depth == 0 || !FilePath(path).lastName.hasPrefix(".") else { return }
    guard PictureList.isFolder(path, followsLinks: depth == 0) else { return files.append(path) }
    guard depth < PictureList.deepest, let names = PictureList.names(in: path) else {
      return troubles.append("\(SafeName.last(of: path)): \(FileTrouble.systemReason)")
    }
    for name in names { add(path.hasSuffix("/") ? path + name : path + "/" + name, depth: depth + 1) }
  }

  private static func isFolder(_ path: String, followsLinks: Bool) -> Bool {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  private static func names(in path: String) -> [String]? {
    guard let directory = opendir(path) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory), names.count < most {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      if let name, name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
