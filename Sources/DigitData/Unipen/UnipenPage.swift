import Ink

/// Reads one file of a UNIPEN release with everything that it includes.
struct UnipenPage {
  private static let mostSegments = 100_000
  /// A file that includes a file that includes …: the release has one level.
  private static let deepest = 8
  private static let mostIncludes = 64

  private let contributor: String
  private let include: String
  private var file: UnipenFile
  private var ink = UnipenInk()
  private var writer: String?
  private var segments: [(segment: UnipenSegment, path: String, line: Int)] = []
  /// The files being read, the innermost last.
  private var open: [String] = []
  private var includeCount = 0
  private var isPenDown = false

  /// Will read the file at `path`; what it includes lies below the directory `include`.
  init(path: String, contributor: String, include: String) {
    file = UnipenFile(path: path)
    self.contributor = contributor
    self.include = include
  }

  /// Reads everything.
  mutating func read() -> UnipenFile {
    read(file.path)
    // A segment may stand before its ink. Ink that many segments share would make a small file's drawings endless.
    var budget = 4 * ink.pointCount
    for (segment, path, line) in segments {
      guard let strokes = strokes(of: segment, budget: &budget) else {
        file.report(UnipenError(path, line: line, "the segment \"\(segment.label)\" names ink that is not there"))
        continue
      }
      file.drawings.append(Drawing(strokes: strokes, label: segment.label, writer: "\(contributor)/\(writer ?? stem)"))
    }
    return file
  }

  private var stem: String {
    let name = file.path.split(separator: "/").last ?? ""
    return String(name.split(separator: ".").first ?? name)
  }

  private func strokes(of segment: UnipenSegment, budget: inout Int) -> [Stroke]? {
    var chosen: [Stroke] = []
    for part in segment.parts {
      guard let strokes = ink.strokes(part) else { return nil }
      budget -= strokes.reduce(1) { $0 + $1.points.count }
      guard budget >= 0 else { return nil }
      chosen += strokes.filter { !$0.points.isEmpty }
    }
    guard let start = chosen.first?.points.first?.milliseconds else { return chosen.isEmpty ? nil : chosen }
    for stroke in chosen.indices {
      for point in chosen[stroke].points.indices { chosen[stroke].points[point].milliseconds? -= start }
    }
    return chosen
  }

  private mutating func read(_ path: String) {
    // Only plain files: a pipe in the way would be waited for.
    guard OpenFile.status(of: path) != nil else { return file.report(UnipenError(path, "not a plain file")) }
    open.append(path)
    defer { open.removeLast() }
    do throws(DataFileError) {
      let lines = LineReader(file: try DataFile(path: path))
      while let words = try lines.next({ $0.map { UnipenLine(LineReader.content(of: $0, number: lines.number)) } }) {
        guard !ink.isFull, segments.count < UnipenPage.mostSegments else {
          return file.report(UnipenError(path, line: lines.number, "more ink or segments than one file can have"))
        }
        take(words, path, lines.number)
      }
    } catch {
      file.report(UnipenError(path, "cannot be read (\(error))"))
    }
  }

  private mutating func take(_ line: UnipenLine?, _ path: String, _ number: Int) {
    let trouble: String? =
      switch line {
      case nil: "the line is too long"
      case .statement(let text): take(statement: text, path, number)
      case .numbers(let numbers): isPenDown && !ink.append(numbers) ? "these numbers are no points" : nil
      case .text: isPenDown ? "points are expected" : nil
      case .blank: nil
      }
    if let trouble { file.report(UnipenError(path, line: number, trouble)) }
  }

  /// Takes what begins with a keyword, and gives what is wrong with it.
  private mutating func take(statement: String, _ path: String, _ number: Int) -> String? {
    let words = statement.split(separator: " ")
    let first = words.dropFirst().first
    isPenDown = words[0] == ".PEN_DOWN"
    switch words[0] {
    case ".PEN_DOWN": ink.beginStroke()
    case ".COORD": return ink.setColumns(Array(words.dropFirst())) ? nil : "X and Y are expected"
    case ".X_POINTS_PER_INCH", ".X_POINTS_PER_MM": ink.resolution.x = first.flatMap { Double($0) }
    case ".Y_POINTS_PER_INCH", ".Y_POINTS_PER_MM": ink.resolution.y = first.flatMap { Double($0) }
    case ".WRITER_ID": writer = words.count > 1 ? words.dropFirst().joined(separator: " ") : nil
    case ".INCLUDE": return take(include: words.dropFirst().joined(separator: " "))
    case ".SEGMENT" where UnipenSegment.isCharacter(statement):
      guard let segment = UnipenSegment(statement) else { return "expected strokes and a label, as in 0-3,5 ? \"7\"" }
      segments.append((segment, path, number))
    default: break
    }
    return nil
  }

  private mutating func take(include name: String) -> String? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !name.isEmpty, !parts.contains(".."), !name.hasPrefix("/") else {
      return "'\(name)' leads out of the directory include"
    }
    let path = "\(include)/\(name)"
    includeCount += 1
    if open.contains(path) { return "'\(name)' includes itself" }
    guard open.count < UnipenPage.deepest, includeCount <= UnipenPage.mostIncludes else { return "too many includes" }
    guard OpenFile.status(of: path) != nil else { return "'\(name)' is not in the directory include" }
    read(path)
    return nil
  }
}
