/// Reads digits from a CSV file (plain or gzipped) one at a time, in memory that does not grow with the file.
///
/// Training files have the columns `label,pixel0,…,pixel783`, test files the same without `label`; the header may be
/// missing. A bad row comes as an error in its place, and the rows after it are still read.
public final class CSVDigitReader: Sequence, IteratorProtocol {
  private let path: String
  private let lines: LineReader
  private let separator: UInt8
  /// Known from the header, or else from the first row that has 784 or 785 columns.
  private var parser: CSVRowParser?
  private var rowCount = 0
  private var isFinished = false

  /// Where the row last read begins: bytes from the start of the unpacked file.
  var offset: Int { lines.offset }
  /// How many bytes of the file itself, packed or not, have been read.
  package var position: Int { lines.position }

  /// Opens the file at `path` and reads its header, if it has one.
  public convenience init(path: String) throws(CSVError) {
    let file: DataFile
    do throws(DataFileError) { file = try DataFile(path: path) } catch { throw .unreadable(error) }
    try self.init(file)
  }

  /// Reads `file`, which was not read yet, and its header, if it has one.
  init(_ file: DataFile) throws(CSVError) {
    path = file.path
    lines = LineReader(file: file)
    let start: CSVStart
    do throws(DataFileError) {
      start = try CSVDigitReader.start(of: lines)
    } catch {
      throw .unreadable(error)
    }
    separator = start.separator
    try readHeader(start)
  }

  private static func start(of lines: LineReader) throws(DataFileError) -> CSVStart {
    while let start = try lines.next({ CSVStart($0, number: lines.number) }) {
      if let start { return start }
    }
    return CSVStart()
  }

  private func readHeader(_ start: CSVStart) throws(CSVError) {
    switch start.kind {
    case .tooLong: throw .lineTooLong(path: path, line: lines.number, limit: lines.limit)
    case .row: lines.unread()
    case .header(let names):
      do throws(CSVLayout.Trouble) {
        parser = CSVRowParser(path: path, layout: try CSVLayout(header: names, separator: separator))
      } catch {
        throw .badHeader(path: path, line: lines.number, reason: error.reason)
      }
    }
  }

  /// The next digit, or what is wrong with its row; nothing at the end.
  public func next() -> Result<CSVDigit, CSVError>? {
    var row: Result<Row, CSVError>?
    let pixels = [UInt8](unsafeUninitializedCapacity: DigitSet.pixelCount) { buffer, count in
      buffer.initialize(repeating: 0)
      row = nextRow(into: buffer)
      count = DigitSet.pixelCount
    }
    return row?.map { CSVDigit(index: $0.index, line: $0.line, label: $0.label, pixels: pixels) }
  }

  /// Goes on at the row that begins at `offset`, which lies at or behind the last one.
  func skip(to offset: Int) throws(DataFileError) {
    try lines.skip(to: offset)
    isFinished = false
  }

  /// A row without its pixels.
  package struct Row {
    let index: Int
    let line: Int
    package let label: Int?
  }

  /// Reads the next row's 784 pixels into `pixels`.
  package func nextRow(into pixels: UnsafeMutableBufferPointer<UInt8>) -> Result<Row, CSVError>? {
    while !isFinished {
      do throws(DataFileError) {
        guard let found = try lines.next({ row($0, into: pixels) }) else { break }
        if let row = found { return row }
      } catch {
        isFinished = true
        return .failure(.unreadable(error))
      }
    }
    isFinished = true
    return nil
  }

  /// One line as a row; nothing when it is blank.
  private func row(
    _ line: UnsafeRawBufferPointer?, into pixels: UnsafeMutableBufferPointer<UInt8>
  ) -> Result<Row, CSVError>? {
    guard let line else { return count(.failure(.lineTooLong(path: path, line: lines.number, limit: lines.limit))) }
    let fields = CSVFields(line: LineReader.content(of: line, number: lines.number), separator: separator)
    if fields.isBlank { return nil }
    guard let parser = parser ?? headerless(fields) else {
      let expected = "784 (pixels) or 785 (label and pixels)"
      return count(.failure(.wrongCount(path: path, line: lines.number, expected: expected, found: fields.count)))
    }
    do throws(CSVError) {
      let label = try parser.parse(fields.line, number: lines.number, into: pixels)
      return count(.success(Row(index: rowCount, line: lines.number, label: label)))
    } catch {
      return count(.failure(error))
    }
  }

  private func count(_ row: Result<Row, CSVError>) -> Result<Row, CSVError> {
    rowCount += 1
    return row
  }

  private func headerless(_ fields: CSVFields) -> CSVRowParser? {
    parser = CSVLayout(columnCount: fields.count, separator: separator).map { CSVRowParser(path: path, layout: $0) }
    return parser
  }
}
