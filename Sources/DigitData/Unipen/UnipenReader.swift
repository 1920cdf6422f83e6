import Foundation

/// Reads the isolated characters of a UNIPEN release such as train_r01_v07, one file after the other.
///
/// A release has files with labels in `data/1a` (digits), `1b` (upper case), `1c` (lower case) and `1d` (symbols), below
/// a directory for each contributor, and the ink that they name by `.INCLUDE` below `include`. Only one file and what it
/// includes is in memory at a time.
public struct UnipenReader: Sequence, IteratorProtocol {
  private static let categories: Set<String> = ["1a", "1b", "1c", "1d"]
  /// Where the release is inside what people unpack.
  private static let places = ["", "/train_r01_v07", "/CDROM/train_r01_v07"]

  private let include: String
  /// The files to come, the next one last.
  private var files: [(path: String, contributor: String)] = []

  /// Finds the release in `directory`, or in the directories in which it comes packed.
  public init(directory: String) throws(UnipenError) {
    guard
      let root = UnipenReader.places.map({ directory + $0 }).first(where: { PrivateDirectory.isDirectory($0 + "/data") }
      )
    else {
      throw UnipenError(directory, "holds no UNIPEN release; give the directory in which data and include are")
    }
    include = root + "/include"
    let data = root + "/data"
    for category in PrivateDirectory.names(in: data).sorted(by: >) {
      guard UnipenReader.categories.contains(category.lowercased()) else { continue }
      for contributor in PrivateDirectory.names(in: "\(data)/\(category)").sorted(by: >) {
        files += UnipenReader.paths(below: "\(data)/\(category)/\(contributor)").map { ($0, contributor) }
      }
    }
  }

  /// How many files are still to be read.
  public var remainingCount: Int { files.count }

  /// The next file's characters and errors; nothing after the last.
  public mutating func next() -> UnipenFile? {
    guard let file = files.popLast() else { return nil }
    var page = UnipenPage(path: file.path, contributor: file.contributor, include: include)
    return page.read()
  }

  /// The data files below `folder`, the first one last.
  private static func paths(below folder: String) -> [String] {
    let names = FileManager.default.subpaths(atPath: folder) ?? []
    return names.filter { $0.lowercased().hasSuffix(".dat") }.sorted(by: >).map { "\(folder)/\($0)" }
      .filter { !PrivateDirectory.isDirectory($0) }
  }
}
