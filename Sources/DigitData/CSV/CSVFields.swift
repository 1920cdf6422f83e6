/// How a line is cut into fields, and how a field is read as a number.
struct CSVFields {
  private static let quote = UInt8(ascii: "\"")

  let line: UnsafeRawBufferPointer
  let separator: UInt8

  /// Whether there is nothing but blanks.
  var isBlank: Bool { line.allSatisfy(CSVFields.isBlank) }

  /// The number of fields.
  var count: Int {
    var (count, cursor) = (1, end(from: 0))
    while cursor < line.count {
      count += 1
      cursor = end(from: cursor + 1)
    }
    return count
  }

  /// Where all fields are.
  var ranges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start <= line.count {
      ranges.append(start..<end(from: start))
      start = end(from: start) + 1
    }
    return ranges
  }

  /// Where the field that begins at `start` ends: at its separator, or at the end of the line.
  func end(from start: Int) -> Int {
    var cursor = start
    while cursor < line.count, CSVFields.isBlank(line[cursor]), line[cursor] != separator { cursor += 1 }
    if cursor < line.count, line[cursor] == CSVFields.quote {
      cursor += 1
      while cursor < line.count, line[cursor] != CSVFields.quote { cursor += 1 }
    }
    while cursor < line.count, line[cursor] != separator { cursor += 1 }
    return cursor
  }

  /// The text of a field, for people: without quotes and blanks around it, in one line, at most 32 characters.
  func text(_ field: Range<Int>) -> String {
    let bare = bare(field)
    let text = String(decoding: line[bare].prefix(256), as: UTF8.self)
    let shown = text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{fffd}" : String($0) }.joined()
    return shown.count > 32 ? shown.prefix(32) + "…" : shown
  }

  /// The value of a field; nothing when it is not a number in decimal digits.
  func number(_ field: Range<Int>) -> Double? {
    let bytes = line[bare(field)]
    guard bytes.count <= 64, bytes.contains(where: { CSVFields.isDigit($0) }),
      bytes.allSatisfy({ CSVFields.isDigit($0) || "+-.eE".utf8.contains($0) })
    else { return nil }
    return CSVFields.wholeNumber(bytes) ?? Double(String(decoding: bytes, as: UTF8.self))
  }

  /// Whether there is nothing in a field.
  func isEmpty(_ field: Range<Int>) -> Bool { bare(field).isEmpty }

  /// `12`, `12.` and `12.000` without the detour over a string, since whole files are written so.
  private static func wholeNumber(_ bytes: Slice<UnsafeRawBufferPointer>) -> Double? {
    var value = 0
    var isFraction = false
    guard bytes.count <= 16, let first = bytes.first, isDigit(first) else { return nil }
    for byte in bytes {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if isFraction {
        if byte != UInt8(ascii: "0") { return nil }
      } else {
        guard isDigit(byte) else { return nil }
        value = value * 10 + Int(byte & 15)
      }
    }
    return Double(value)
  }

  /// A field without the blanks around it, one pair of quotes, and the blanks within these.
  private func bare(_ field: Range<Int>) -> Range<Int> {
    let outer = trimmed(field)
    guard outer.count >= 2, line[outer.lowerBound] == CSVFields.quote, line[outer.upperBound - 1] == CSVFields.quote
    else { return outer }
    return trimmed(outer.lowerBound + 1..<outer.upperBound - 1)
  }

  private func trimmed(_ field: Range<Int>) -> Range<Int> {
    var (start, end) = (field.lowerBound, field.upperBound)
    while start < end, CSVFields.isBlank(line[start]) { start += 1 }
    while end > start, CSVFields.isBlank(line[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0d }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
