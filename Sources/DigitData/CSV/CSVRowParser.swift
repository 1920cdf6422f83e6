/// Turns the bytes of one line into pixels and a label.
struct CSVRowParser {
  let path: String
  let layout: CSVLayout

  /// Writes the pixels of a line and gives its label; nothing when there is no label.
  func parse(
    _ line: UnsafeRawBufferPointer, number: Int, into pixels: UnsafeMutableBufferPointer<UInt8>
  ) throws(CSVError) -> Int? {
    var label: Int?
    var cursor = 0
    var column = 0
    while column < layout.targets.count, cursor <= line.count {
      var field = plainField(line, from: cursor)
      if field.value > 255 { field = try oddField(line, from: cursor, column: column, number: number) }
      let target = layout.targets[column]
      if target >= 0 {
        if field.value < 0 { throw bad(line, cursor..<field.end, column: column, number: number) }
        pixels[target] = UInt8(truncatingIfNeeded: field.value)
      } else if field.value > 9 {
        throw bad(line, cursor..<field.end, column: column, number: number)
      } else if field.value >= 0 {
        label = field.value
      }
      cursor = field.end + 1
      column += 1
    }
    guard column == layout.targets.count, cursor == line.count + 1 else { throw wrongCount(line, number: number) }
    return label
  }

  private typealias Field = (value: Int, end: Int)

  /// Up to three digits and nothing else, as nearly every field is; a value above 255 says that it is not so.
  @inline(__always)
  private func plainField(_ line: UnsafeRawBufferPointer, from start: Int) -> Field {
    var value = 0
    var cursor = start
    while cursor < line.count {
      let digit = line[cursor] &- 0x30
      if digit > 9 { break }
      value = value &* 10 &+ Int(digit)
      cursor &+= 1
    }
    let isWhole = cursor == line.count || line[cursor] == layout.separator
    return cursor > start && cursor &- start <= 3 && isWhole ? (value, cursor) : (256, cursor)
  }

  /// Anything else that is a number from 0 to 255, or (-1) the empty label of a digit that is not known.
  private func oddField(
    _ line: UnsafeRawBufferPointer, from start: Int, column: Int, number: Int
  ) throws(CSVError) -> Field {
    let fields = CSVFields(line: line, separator: layout.separator)
    let end = fields.end(from: start)
    if layout.targets[column] < 0, fields.isEmpty(start..<end) { return (-1, end) }
    guard let value = fields.number(start..<end), 0...255 ~= value, value == value.rounded() else {
      throw bad(line, start..<end, column: column, number: number)
    }
    return (Int(value), end)
  }

  /// What is wrong with a line one of whose fields cannot be used: if the columns are miscounted, that explains it.
  private func bad(_ line: UnsafeRawBufferPointer, _ field: Range<Int>, column: Int, number: Int) -> CSVError {
    let fields = CSVFields(line: line, separator: layout.separator)
    if fields.count != layout.targets.count { return wrongCount(line, number: number) }
    let (name, text) = (layout.name(of: column), fields.text(field))
    if layout.targets[column] < 0 {
      return .badLabel(path: path, line: number, column: column + 1, name: name, text: text)
    }
    if let value = fields.number(field), 0...255 ~= value {
      return .fraction(path: path, line: number, column: column + 1, name: name, text: text)
    }
    return .badPixel(path: path, line: number, column: column + 1, name: name, text: text)
  }

  private func wrongCount(_ line: UnsafeRawBufferPointer, number: Int) -> CSVError {
    let found = CSVFields(line: line, separator: layout.separator).count
    return .wrongCount(path: path, line: number, expected: "\(layout.targets.count)", found: found)
  }
}
