import Foundation

/// The files of the project, as they lie beside these tests.
enum Project {
  /// The directory of `Package.swift`.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The text of one file.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// Every Swift file below Sources.
  static func sources() throws -> [SourceFile] {
    try paths(below: "Sources").filter { $0.hasSuffix(".swift") }.map { SourceFile(path: $0, text: try text($0)) }
  }

  /// The paths of all files below a directory, hidden ones left out.
  static func paths(below directory: String) throws -> [String] {
    let base = root.appending(path: directory)
    let found = FileManager.default.enumerator(
      at: base, includingPropertiesForKeys: [.isRegularFileKey], options: [.skipsHiddenFiles])
    return (found?.compactMap { $0 as? URL } ?? []).filter {
      (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
    }.map { directory + $0.path().dropFirst(base.path().count + (base.path().hasSuffix("/") ? -1 : 0)) }.sorted()
  }

  /// The targets of `Package.swift` with what they depend on.
  static func targets(in package: String) -> [String: [String]] {
    let pattern =
      /(?:library|program|tests|\.systemLibrary)\(\s*(?:name:\s*)?"([\w-]+)"(?:,\s*(?:imports|of):\s*\[([^\]]*)\])?/
    var targets: [String: [String]] = [:]
    for match in package.split(separator: "targets: [", maxSplits: 1).last.map(String.init)?.matches(of: pattern) ?? []
    {
      targets[String(match.output.1)] = (match.output.2 ?? "").matches(of: /"([\w-]+)"/).map { String($0.output.1) }
    }
    return targets
  }
}
