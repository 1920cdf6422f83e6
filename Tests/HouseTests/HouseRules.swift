/// The rules of the house. Each returns what is wrong with one file, in words; nothing where it keeps the rule.
enum HouseRules {
  /// No file is longer than this many lines; programs are shorter still.
  static let longestFile = 400
  static let longestProgram = 30

  /// Every rule for a file of a room.
  static func faults(in file: SourceFile) -> [String] {
    forbiddenImports(in: file) + strayKernelCalls(in: file) + tooLong(file) + forbiddenWords(in: file)
  }

  /// Imports that the table does not list.
  static func forbiddenImports(in file: SourceFile) -> [String] {
    guard let allowed = HouseTable.imports[file.room] else {
      return ["\(file.path): room \(file.room) has no table entry"]
    }
    return file.imports.compactMap { line, module in
      let isAllowed =
        if module == "COneDNN" {
          file.path.hasPrefix(HouseTable.kernels)
        } else if HouseTable.foundation.contains(module) {
          !HouseTable.withoutFoundation.contains { file.path.hasPrefix($0) }
        } else {
          allowed.contains(module) || HouseTable.system.contains(module)
        }
      return isAllowed ? nil : "\(file.path):\(line): may not import \(module)"
    }
  }

  /// Names of oneDNN outside the kernels: another version of the library must change one folder only.
  static func strayKernelCalls(in file: SourceFile) -> [String] {
    guard !file.path.hasPrefix(HouseTable.kernels) else { return [] }
    return file.codeLines.filter { $0.text.lowercased().contains("dnnl_") && $0.text.contains(/\bdnnl_|\bDNNL_/) }.map {
      "\(file.path):\($0.number): oneDNN is for \(HouseTable.kernels) only"
    }
  }

  /// Files that nobody reads to the end.
  static func tooLong(_ file: SourceFile) -> [String] {
    let limit = HouseTable.programs.contains(file.room) ? longestProgram : longestFile
    return file.lines.count > limit ? ["\(file.path): \(file.lines.count) lines, at most \(limit)"] : []
  }

  /// What stops a program, or writes to its output, from inside a library.
  static func forbiddenWords(in file: SourceFile) -> [String] {
    guard !HouseTable.programs.contains(file.room) else { return [] }
    return file.codeLines.flatMap { line in
      wordsThatStop(line.text).map { "\(file.path):\(line.number): \($0) in a library" }
    }
  }

  private static func wordsThatStop(_ text: String) -> [String] {
    guard text.contains("!") || text.contains("fatalError") || text.contains("rint(") else { return [] }
    var found: [String] = []
    if text.contains(/\btry!/) { found.append("try!") }
    if text.contains(/\bas!/) { found.append("as!") }
    if text.contains(/\bfatalError\(/) { found.append("fatalError") }
    if text.contains(/(?:^|[^.\w])(?:debugP|p)rint\(/) { found.append("print") }
    let rest = text.replacing(/\b(?:try|as)!/, with: "")
    if rest.contains(/[\w)\]]!(?:[.\[(,)\s]|$)/) { found.append("a force unwrap") }
    return found
  }

  private static let machinePlaces = ["work", "root", "opt", "mnt", "srv", "Users"]

  /// Paths of one machine, in any text of the project.
  static func machinePaths(in text: String, path: String) -> [String] {
    guard machinePlaces.contains(where: { text.contains("/\($0)/") }) else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      line.contains(/(?:^|[\s"'`(=:])\/(?:work|root|opt|mnt|srv|Users)\/\w/)
        ? "\(path):\(index + 1): a path of one machine" : nil
    }
  }
}
