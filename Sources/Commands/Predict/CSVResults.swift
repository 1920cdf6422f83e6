import DigitData
import NeuralNet

/// What results of a CSV file look like on standard output, in a file, or in both.
struct CSVResults {
  /// How a result is written.
  enum Form: Equatable {
    case csv
    case json
  }

  /// Adds bytes to the file; does nothing where there is none.
  typealias Append = ([UInt8]) throws(FileError) -> Void

  private let console: Console
  private let printed: Form?
  private let filed: Form?
  private var text: [UInt8] = []

  /// Lines of JSON are printed where `isJSON`, and rows where there is no file.
  init(file: Form?, _ console: Console, isJSON: Bool) {
    self.console = console
    printed = isJSON ? .json : file == nil ? .csv : nil
    filed = file
  }

  /// Whether anybody will see what is written.
  var hasReader: Bool { filed != nil || console.outputError == 0 }

  /// Whether every result says what was wrong with its row.
  var explainsErrors: Bool { printed == .json || filed == .json }

  /// Writes the names of columns, where there are columns.
  func writeHeading(_ append: Append) throws(FileError) {
    if printed == .csv { console.result(lines: Array(RowText.header.utf8)) }
    if filed == .csv { try append(Array(RowText.header.utf8)) }
  }

  /// Writes results; a whole batch of them at once.
  mutating func write(_ rows: [RecognizedRow], _ append: Append) throws(FileError) {
    if let printed {
      fill(with: rows, printed)
      console.result(lines: text)
    }
    guard let filed else { return }
    if filed != printed { fill(with: rows, filed) }
    try append(text)
  }

  private mutating func fill(with rows: [RecognizedRow], _ form: Form) {
    text.removeAll(keepingCapacity: true)
    for row in rows {
      switch (form, row.result) {
      case (.csv, _): RowText.append(row, to: &text)
      case (.json, .success(let answer)): AnswerLine.append(answer, index: row.index, to: &text)
      case (.json, .failure(let error)): AnswerLine.append(error: "\(error)", index: row.index, to: &text)
      }
    }
  }
}
