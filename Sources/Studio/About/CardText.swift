/// Reads the marks of Markdown that cards are written with; whatever else stands there is shown as it is.
package enum CardText {
  /// More columns or rows than this are left out of a table, more blocks out of a text.
  private static let mostColumns = 12
  private static let mostBlocks = 2_000

  /// The blocks of `text`, with a sentence at the end where it was too long.
  package static func blocks(of text: String) -> [CardBlock] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { safe(String($0)) }[...]
    skipFront(&lines)
    var blocks: [CardBlock] = []
    while let line = lines.first, blocks.count < mostBlocks {
      if line.hasPrefix("```") {
        blocks.append(code(&lines))
      } else if line.hasPrefix("|") {
        blocks.append(table(&lines))
      } else {
        lines.removeFirst()
        add(line, to: &blocks, continues: &lines)
      }
    }
    if !lines.isEmpty { blocks.append(.paragraph("The text goes on; this is its beginning.")) }
    return blocks
  }

  /// What is between two lines of dashes at the beginning is for programs.
  private static func skipFront(_ lines: inout ArraySlice<String>) {
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return }
    lines = lines[(end + 1)...]
  }

  private static func add(_ line: String, to blocks: inout [CardBlock], continues lines: inout ArraySlice<String>) {
    let trimmed = trim(line)
    guard !trimmed.isEmpty else { return }
    let level = trimmed.prefix { $0 == "#" }.count
    if (1...6).contains(level), trimmed.dropFirst(level).first == " " {
      return blocks.append(.heading(level: level, inline(trim(String(trimmed.dropFirst(level))))))
    }
    if ["---", "***", "___"].contains(trimmed) { return }
    let isItem = ["- ", "* ", "+ "].contains { trimmed.hasPrefix($0) }
    var text = isItem ? String(trimmed.dropFirst(2)) : trimmed
    // Lines that follow belong to it until something else begins.
    while let next = lines.first, isContinuation(next) {
      text += " " + trim(next)
      lines.removeFirst()
    }
    blocks.append(isItem ? .item(inline(text)) : .paragraph(inline(text)))
  }

  private static func isContinuation(_ line: String) -> Bool {
    let trimmed = trim(line)
    return !trimmed.isEmpty
      && !["#", "- ", "* ", "+ ", "```", "|", "!["].contains { trimmed.hasPrefix($0) }
  }

  private static func code(_ lines: inout ArraySlice<String>) -> CardBlock {
    let rest = lines.dropFirst()
    let end = rest.firstIndex { $0.hasPrefix("```") } ?? rest.endIndex
    let code = Array(rest[rest.startIndex..<end])
    lines = rest[min(end + 1, rest.endIndex)...]
    return .code(code)
  }

  private static func table(_ lines: inout ArraySlice<String>) -> CardBlock {
    let rows = lines.prefix { $0.hasPrefix("|") }
    lines = lines[rows.endIndex...]
    let cells = rows.map { row in
      row.split(separator: "|", maxSplits: mostColumns + 1, omittingEmptySubsequences: false).dropFirst()
        .prefix(mostColumns).map { inline(trim(String($0))) }
    }
    .filter { row in !row.allSatisfy { $0.allSatisfy { "-: ".contains($0) } } }
    let columns = cells.map { row in row.last == "" ? row.count - 1 : row.count }.max() ?? 0
    return .table(cells.map { row in (0..<columns).map { row.indices.contains($0) ? row[$0] : "" } })
  }

  // MARK: Words

  private static func trim(_ text: String) -> String {
    var part = text[...]
    while part.first == " " { part.removeFirst() }
    while part.last == " " { part.removeLast() }
    return String(part)
  }

  /// A line without what hides or breaks the text around it; a tab is room.
  private static func safe(_ line: String) -> String {
    SafeName.text(
      line.hasSuffix("\r")
        ? String(line.dropLast())
        : line.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: "    "))
  }

  /// Words without the marks around them: links keep their address, pictures their title.
  private static func inline(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.first {
      if character == "!", rest.dropFirst().first == "[", let link = link(rest.dropFirst()) {
        result += "Figure: \(link.title) (\(link.address))"
        rest = link.rest
      } else if character == "[", let link = link(rest) {
        result += link.title == link.address ? link.title : "\(link.title) (\(link.address))"
        rest = link.rest
      } else {
        if character != "`", !(character == "*" && (rest.dropFirst().first == "*" || result.last == "*")) {
          result.append(character)
        } else if character == "*" {
          // Both of a pair go.
          rest.removeFirst()
        }
        if !rest.isEmpty { rest.removeFirst() }
      }
    }
    return result
  }

  /// The longest title and address of a link; anything longer is no link.
  private static let longestLink = 500

  /// `[title](address)` at the beginning of `text`.
  private static func link(_ text: Substring) -> (title: String, address: String, rest: Substring)? {
    let part = text.dropFirst().prefix(longestLink)
    guard let end = part.firstIndex(of: "]") else { return nil }
    let after = text[text.index(after: end)...]
    guard after.first == "(" else { return nil }
    let address = after.dropFirst().prefix(longestLink)
    guard let close = address.firstIndex(of: ")") else { return nil }
    return (String(part[..<end]), String(address[..<close]), text[text.index(after: close)...])
  }
}
