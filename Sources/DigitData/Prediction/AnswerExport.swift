import JSONText
package import NeuralNet
import Recognition

/// Writes recognised rows into a file, row by row, in memory that does not grow with their number.
package struct AnswerExport {
  /// How many rows there are, and what came of each.
  private let count: Int
  private let row: (Int) -> RecognizedRow
  /// What the file of a row is called, where every row is a file of its own.
  private let fileName: ((Int) -> String)?
  /// Told now and then how many rows are written; gives false to stop.
  private let goesOn: (Int) -> Bool

  private static let portion = 64 * 1024
  private static let rowsBetweenLooks = 512

  /// Takes everything as it is.
  package init(
    count: Int, row: @escaping (Int) -> RecognizedRow, fileName: ((Int) -> String)? = nil,
    goesOn: @escaping (Int) -> Bool = { _ in true }
  ) {
    (self.count, self.row, self.fileName, self.goesOn) = (count, row, fileName, goesOn)
  }

  /// Writes all rows as `format`; the file at `path` is replaced when all are there, otherwise it stays as it was.
  ///
  /// Gives false where it was stopped.
  package func write(to path: String, as format: AnswerFormat) throws(FileError) -> Bool {
    var isWhole = false
    switch format {
    case .csv, .jsonl:
      try AtomicFile.write(to: path) { (append) throws(FileError) in
        isWhole = try writeText(format, append)
        return isWhole
      }
    case .xlsx:
      try AtomicFile.write(
        to: path,
        byFilling: { (temporary) throws(FileError) in
          isWhole = try writeSheet(temporary)
          return isWhole
        })
    }
    return isWhole
  }

  // MARK: Text

  private func writeText(
    _ format: AnswerFormat, _ append: ([UInt8]) throws(FileError) -> Void
  ) throws(FileError) -> Bool {
    var text = format == .csv ? heading : []
    for index in 0..<count {
      if index % AnswerExport.rowsBetweenLooks == 0, !goesOn(index) { return false }
      if format == .csv { appendRow(index, to: &text) } else { appendLine(index, to: &text) }
      guard text.count >= AnswerExport.portion else { continue }
      try append(text)
      text.removeAll(keepingCapacity: true)
    }
    try append(text)
    return goesOn(count)
  }

  private var heading: [UInt8] {
    fileName == nil ? Array(RowText.header.utf8) : RowText.header.utf8.dropLast() + Array(",file\n".utf8)
  }

  private func appendRow(_ index: Int, to text: inout [UInt8]) {
    RowText.append(row(index), to: &text)
    guard let name = fileName?(index) else { return }
    text.removeLast()
    text += ",\"".utf8
    for byte in name.utf8 {
      if byte == UInt8(ascii: "\"") { text.append(byte) }
      text.append(byte)
    }
    text += "\"\n".utf8
  }

  private func appendLine(_ index: Int, to text: inout [UInt8]) {
    let row = row(index)
    switch row.result {
    case .success(let answer): AnswerLine.append(answer, index: row.index, to: &text)
    case .failure(let error): AnswerLine.append(error: "\(error)", index: row.index, to: &text)
    }
    guard let name = fileName?(index) else { return }
    text.removeLast(2)
    text += ",\"file\":".utf8
    text += JSONWriter.string(name).utf8
    text += "}\n".utf8
  }

  // MARK: Spreadsheet

  private func writeSheet(_ path: String) throws(FileError) -> Bool {
    let names = heading.dropLast().split(separator: UInt8(ascii: ",")).map { String(decoding: $0, as: UTF8.self) }
    let sheet = try Spreadsheet(path: path, columns: names)
    for index in 0..<count {
      if index % AnswerExport.rowsBetweenLooks == 0, !goesOn(index) { return false }
      try sheet.addRow(cells(index))
    }
    guard goesOn(count) else { return false }
    try sheet.finish()
    return true
  }

  private func cells(_ index: Int) -> [Spreadsheet.Cell] {
    let row = row(index)
    let correct = row.isCorrect.map { Spreadsheet.Cell.truth($0) } ?? .empty
    let end = [correct] + (fileName.map { [Spreadsheet.Cell.text($0(index))] } ?? [])
    let label = row.label.map { Spreadsheet.Cell.number(Double($0)) } ?? .empty
    let start = [Spreadsheet.Cell.number(Double(row.index)), label]
    guard case .success(let answer) = row.result else {
      return start + [Spreadsheet.Cell](repeating: .empty, count: Probabilities.count + 2) + [.text("error")] + end
    }
    guard let digit = answer.digit else {
      let status = Spreadsheet.Cell.text(answer.status.rawValue)
      return start + [Spreadsheet.Cell](repeating: .empty, count: Probabilities.count + 2) + [status] + end
    }
    let shares = [answer.confidence] + answer.probabilities
    let numbers = [Double(digit)] + shares.map { Double(ShareText.millionths(of: $0)) / 1e6 }
    return start + numbers.map { .number($0) } + [.text(answer.status.rawValue)] + end
  }
}
