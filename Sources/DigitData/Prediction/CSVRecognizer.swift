public import Recognition

/// Recognises the digits of a CSV file, a batch at a time, in memory that does not grow with the file.
public final class CSVRecognizer {
  private let reader: CSVDigitReader
  private let recognizers: [Recognizer]
  /// The most rows that are read at once.
  private let batch: Int
  /// The pictures of the rows that could be read, side by side.
  private var pixels: [UInt8]
  private var rowCount = 0

  /// Opens the file at `path`; `recognizers`, all alike, read its digits at the same time, each on a thread of its own.
  public init(path: String, recognizers: [Recognizer]) throws(CSVError) {
    reader = try CSVDigitReader(path: path)
    self.recognizers = recognizers
    batch = recognizers.reduce(0) { $0 + $1.batch }
    pixels = [UInt8](repeating: 0, count: batch * DigitSet.pixelCount)
  }

  /// What comes of the next rows, at most `count` of them and one batch of each recognizer; none at the end of the file.
  public func next(atMost count: Int = .max) -> [RecognizedRow] {
    let rows = read(min(count, batch))
    let readable = rows.count { if case .success = $0 { true } else { false } }
    var answers = pixels.withUnsafeBufferPointer { pixels in
      pixels.baseAddress.map { RecognitionTask.answers(to: $0, count: readable, by: recognizers) } ?? []
    }[...]
    return rows.compactMap { row in
      defer { rowCount += 1 }
      switch row {
      case .failure(let error): return RecognizedRow(index: rowCount, label: nil, result: .failure(error))
      case .success(let row):
        return answers.popFirst().map { RecognizedRow(index: rowCount, label: row.label, result: .success($0)) }
      }
    }
  }

  /// Reads up to `count` rows, good or bad; the pictures of the good ones come into `pixels` without gaps.
  private func read(_ count: Int) -> [Result<CSVDigitReader.Row, CSVError>] {
    var rows: [Result<CSVDigitReader.Row, CSVError>] = []
    pixels.withUnsafeMutableBufferPointer { pixels in
      var place = 0
      while rows.count < count {
        let picture = UnsafeMutableBufferPointer(rebasing: pixels[place..<place + DigitSet.pixelCount])
        guard let row = reader.nextRow(into: picture) else { return }
        if case .success = row { place += DigitSet.pixelCount }
        rows.append(row)
      }
    }
    return rows
  }
}
