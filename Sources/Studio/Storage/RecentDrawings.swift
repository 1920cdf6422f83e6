import DigitData
import Dispatch
import JSONText
import Training

/// The files that were opened or saved last, kept as `recent.json` in the state directory.
package final class RecentDrawings: Sendable {
  /// How many are remembered.
  package static let most = 12
  private static let longest = 1 << 20

  private let path: String?
  private let queue = DispatchQueue(label: "inkling.recent", qos: .utility)

  /// The list in `directory`; where it cannot be written, it is simply not remembered.
  package init(directory: String?) { path = directory.map { FilePath($0).appending("recent.json") } }

  /// The paths, the newest first; none where the list is missing or damaged.
  package func load() -> [String] {
    guard let path, PathKind(of: path) == .file,
      let bytes = try? DataFile.contents(of: path, limit: RecentDrawings.longest)
    else { return [] }
    var reader = JSONReader(bytes)
    var paths: [String] = []
    do throws(JSONError) {
      try reader.array { (reader) throws(JSONError) in paths.append(try reader.string()) }
    } catch {
      return []
    }
    return paths.filter { $0.hasPrefix("/") }.reversed().reduce(into: []) { $0 = RecentDrawings.adding($1, to: $0) }
  }

  /// `paths` with one more at the front.
  package static func adding(_ path: String, to paths: [String]) -> [String] {
    Array(([path] + paths.filter { $0 != path }).prefix(most))
  }

  /// Remembers on a background thread that a file was opened or saved; what another window remembers is kept.
  package func add(_ path: String) {
    queue.async {
      guard let file = self.path else { return }
      let paths = RecentDrawings.adding(path, to: self.load())
      try? PrivateDirectory.create(FilePath(file).parent)
      try? FileTrouble.save(Array((JSONWriter.array(paths) + "\n").utf8), to: file)
    }
  }

  /// Returns when everything is written.
  package func flush() { queue.sync {} }
}
