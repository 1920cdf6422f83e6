import Charts

/// What was to be read and is in no row: folders that cannot be opened, files beyond a limit.
package struct BatchGaps: Equatable, Sendable {
  /// How many folders are kept; all are counted.
  package static let most = 100

  /// A folder and why nothing in it is read.
  package struct Folder: Equatable, Sendable {
    package var path: String
    package var reason: String

    /// Takes both as they are.
    package init(path: String, reason: String) { (self.path, self.reason) = (path, reason) }
  }

  /// The first folders, in the order in which they were come to.
  package private(set) var folders: [Folder] = []
  /// How many folders there are.
  package private(set) var folderCount = 0
  /// How many files or rows are read of more; nil: all.
  package var cutAt: Int?
  /// Whether what is cut is a list of files, not of rows.
  package var cutsFiles = true

  /// None.
  package init() {}

  /// How many lines there are to say.
  package var count: Int { folderCount + (cutAt == nil ? 0 : 1) }

  /// One more folder that is not read.
  package mutating func add(_ folder: Folder) {
    folderCount += 1
    if folders.count < BatchGaps.most { folders.append(folder) }
  }

  /// What is not read and why, each in two lines.
  package var words: [(title: String, reason: String)] {
    let cut = cutAt.map { most in
      let count = NumberText.grouped(most)
      return cutsFiles
        ? (title: "Only the first \(count) files", reason: "open folders of fewer files one after the other")
        : (title: "Only the first \(count) rows", reason: "the file has more; cut it into several")
    }
    let closed = folders.map { (title: "Folder \(SafeName.last(of: $0.path))", reason: SafeName.text($0.reason)) }
    return (cut.map { [$0] } ?? []) + closed
  }

  /// What a notice says where there is no row at all; nil where every folder was read.
  package var notice: String? {
    guard let first = folders.first else { return nil }
    let rest = folderCount > 1 ? " and \(NumberText.counted(folderCount - 1, "other folder", "other folders"))" : ""
    return "Could not read folder \(SafeName.last(of: first.path))\(rest): \(SafeName.text(first.reason))"
  }
}
