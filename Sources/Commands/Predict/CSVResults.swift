import DigitData
import NeuralNet

/// Where the results of a CSV file go: standard output, a file that appears when it is complete, or both.
final class CSVResults {
  /// How a result is written.
  enum Form: Equatable {
    case csv
    case json
  }

  private let console: Console
  private let printed: Form?
  private let file: (writer: AtomicFileWriter, form: Form)?
  private var text: [UInt8] = []

  /// Opens the file, if there is one; lines of JSON are printed where `isJSON`, and rows where there is no file.
  init(_ output: PredictOptions.Output?, _ console: Console, isJSON: Bool) throws(FileError) {
    self.console = console
    printed = isJSON ? .json : output == nil ? .csv : nil
    file = if let output { (try AtomicFileWriter(path: output.path), output.form) } else { nil }
    if printed == .csv { console.result(lines: Array(RowText.header.utf8)) }
    if let file, file.form == .csv { try file.writer.append(Array(RowText.header.utf8)) }
  }

  /// Whether anybody will see what is written.
  var hasReader: Bool { file != nil || console.outputError == 0 }

  /// Whether every result says what was wrong with its row.
  var explainsErrors: Bool { printed == .json || file?.form == .json }

  /// Writes results; a whole batch of them at once.
  func write(_ rows: [RecognizedRow]) throws(FileError) {
    if let printed {
      fill(with: rows, printed)
      console.result(lines: text)
    }
    guard let file else { return }
    if file.form != printed { fill(with: rows, file.form) }
    try file.writer.append(text)
  }

  /// Puts the file in its place.
  func finish() throws(FileError) { try file?.writer.publish() }

  private func fill(with rows: [RecognizedRow], _ form: Form) {
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
