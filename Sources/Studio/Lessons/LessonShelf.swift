import Training

/// Finds lessons: those that came with the program, and the user's own.
package struct LessonShelf: Sendable {
  private let shipped: [String]
  private let own: String?
  /// More files of a directory than this are not read.
  private static let most = 100

  /// The lessons that environment and program lead to.
  package init(environment: [String: String], data: String?) {
    var roots: [String] = []
    if let home = environment["INKLING_HOME"], !home.isEmpty { roots.append(home + "/lessons") }
    let shared = environment["XDG_DATA_DIRS"].flatMap { $0.isEmpty ? nil : $0 } ?? "/usr/local/share:/usr/share"
    roots += shared.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/inkling/lessons" }
    // Beside the installed program, else in the resources above it.
    roots += ResourceLocation.roots.map { $0.hasSuffix("/../share") ? $0 + "/inkling/lessons" : $0 + "/lessons" }
    shipped = roots
    own = data.map { $0 + "/lessons" }
  }

  /// All of them, the shipped ones first, each directory in alphabetical order; reads the disk.
  package func files() -> [LessonFile] {
    var names: Set<String> = []
    let first = shipped.flatMap { LessonShelf.paths(in: $0) }.filter { names.insert(LessonShelf.name(of: $0)).inserted }
    let second = own.map { LessonShelf.paths(in: $0) } ?? []
    return first.map { LessonFile(path: $0, isShipped: true) } + second.map { LessonFile(path: $0) }
  }

  private static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  private static func paths(in directory: String) -> [String] {
    guard case .success(let listing) = DirectoryListing.read(directory) else { return [] }
    let names = listing.entries.filter { !$0.isDirectory && $0.name.hasSuffix(LessonFile.ending) }.map(\.name)
    return names.prefix(most).map { "\(directory)/\($0)" }
  }
}
