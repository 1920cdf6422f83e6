import Foundation

/// One Swift file of a room.
struct SourceFile {
  /// From the root of the project, such as `Sources/Charts/Axis.swift`.
  let path: String
  let lines: [Substring]
  /// The lines with their numbers, without comments and without what is quoted.
  let codeLines: [(number: Int, text: String)]

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
    codeLines = SourceFile.codeLines(of: lines)
  }

  /// The room that the file is in.
  var room: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

  /// The imported modules with the numbers of their lines; of `import struct Module.Name` the module.
  var imports: [(line: Int, module: String)] {
    codeLines.filter { $0.text.contains("import ") }.compactMap { number, text in
      let pattern =
        /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias|actor)\s+)?(\w+)/
      return text.firstMatch(of: pattern).map { (number, String($0.output.1)) }
    }
  }

  /// The lines with their numbers, without comments and without what is quoted.
  private static func codeLines(of lines: [Substring]) -> [(number: Int, text: String)] {
    var isInText = false
    var isInComment = false
    return lines.enumerated().map { index, line in
      var code: [UInt8] = []
      var rest = line.utf8[...]
      while let first = rest.first {
        if isInComment {
          if rest.starts(with: "*/".utf8) { isInComment = false }
          rest = rest.dropFirst(isInComment ? 1 : 2)
        } else if rest.starts(with: "\"\"\"".utf8) {
          isInText.toggle()
          rest = rest.dropFirst(3)
        } else if isInText {
          rest = rest.dropFirst()
        } else if rest.starts(with: "//".utf8) {
          break
        } else if rest.starts(with: "/*".utf8) {
          isInComment = true
          rest = rest.dropFirst(2)
        } else if first == UInt8(ascii: "\"") {
          rest = skippingQuoted(rest)
          code += Array("\"\"".utf8)
        } else {
          code.append(first)
          rest = rest.dropFirst()
        }
      }
      return (index + 1, String(decoding: code, as: UTF8.self))
    }
  }

  /// What follows the quoted text at the beginning of `rest`, which ends on its line.
  private static func skippingQuoted(_ rest: Substring.UTF8View.SubSequence) -> Substring.UTF8View.SubSequence {
    var rest = rest.dropFirst()
    while let first = rest.first, first != UInt8(ascii: "\"") {
      rest = rest.dropFirst(first == UInt8(ascii: "\\") ? 2 : 1)
    }
    return rest.dropFirst()
  }
}
