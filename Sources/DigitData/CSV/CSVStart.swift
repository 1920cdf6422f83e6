/// The first line of a file that is not blank: it tells the separator, and may be a header.
struct CSVStart {
  /// What the line is.
  enum Kind {
    /// The names of the columns.
    case header([String])
    /// The first row, to be read again.
    case row
    /// No line of a table of digits.
    case tooLong
  }

  let kind: Kind
  let separator: UInt8

  /// The start of a file without any line.
  init() {
    kind = .row
    separator = UInt8(ascii: ",")
  }

  /// Looks at a line (nothing if it was too long); gives nothing when the line is blank.
  init?(_ line: UnsafeRawBufferPointer?, number: Int) {
    guard let line = line.map({ LineReader.content(of: $0, number: number) }) else {
      self.init(kind: .tooLong, separator: UInt8(ascii: ","))
      return
    }
    let separator = ",;\t".utf8.first { line.contains($0) } ?? UInt8(ascii: ",")
    let fields = CSVFields(line: line, separator: separator)
    if fields.isBlank { return nil }
    let names = fields.ranges.map { fields.text($0) }
    let isHeader = names.contains { $0.lowercased() == "label" } || !fields.ranges.contains { fields.number($0) != nil }
    self.init(kind: isHeader ? .header(names) : .row, separator: separator)
  }

  private init(kind: Kind, separator: UInt8) {
    self.kind = kind
    self.separator = separator
  }
}
