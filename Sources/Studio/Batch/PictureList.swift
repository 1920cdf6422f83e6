import Charts
import Glibc
import Training

/// The files of a selection, those in folders included, in alphabetical order.
struct PictureList: Sendable {
  /// More than these are left out.
  static let most = 1_000_000
  private static let deepest = 16

  private(set) var files: [String] = []
  /// Folders that cannot be read, and whether there were more files.
  private(set) var gaps = BatchGaps()
  private let most: Int
  private let goesOn: @Sendable () -> Bool

  /// Looks for files at `paths` and below, for as long as `goesOn` says so; links to folders are not followed, hidden
  /// files are passed over.
  init(_ paths: [String], most: Int = PictureList.most, goesOn: @escaping @Sendable () -> Bool = { true }) {
    (self.most, self.goesOn) = (most, goesOn)
    for path in paths { add(path, depth: 0) }
  }

  private mutating func add(_ path: String, depth: Int) {
    guard depth == 0 || !FilePath(path).lastName.hasPrefix(".") else { return }
    guard files.count < most else { return gaps.cutAt = most }
    guard goesOn() else { return }
    guard PictureList.isFolder(path, followsLinks: depth == 0) else { return files.append(path) }
    guard depth < PictureList.deepest else {
      return gaps.add(.init(path: path, reason: "it lies \(depth) folders deep; open it by itself"))
    }
    // One more than there is room for, so that the last one says that something is left out.
    guard let names = PictureList.names(in: path, most: most - files.count + 1) else {
      return gaps.add(.init(path: path, reason: FileTrouble.systemReason))
    }
    if names.strange > 0 {
      let count = NumberText.counted(names.strange, "name in it is", "names in it are")
      gaps.add(.init(path: path, reason: "\(count) no UTF-8; give these files other names"))
    }
    for name in names.plain { add(path.hasSuffix("/") ? path + name : path + "/" + name, depth: depth + 1) }
  }

  private static func isFolder(_ path: String, followsLinks: Bool) -> Bool {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder in alphabetical order, and how many there are that cannot be shown or opened.
  private static func names(in path: String, most: Int) -> (plain: [String], strange: Int)? {
    guard let directory = opendir(path) else { return nil }
    defer { closedir(directory) }
    var (names, strange) = ([String](), 0)
    while names.count < most, let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
      }
      if name == nil { strange += 1 }
      if let name, !name.hasPrefix(".") { names.append(name) }
    }
    return (names.sorted(), strange)
  }
}
