public import Recognition

/// Recognises the digits of a CSV file, a batch at a time, in memory that does not grow with the file.
public final class CSVRecognizer {
  private let reader: CSVDigitReader
  private let recognizer: Recognizer
  /// The pictures of the rows that could be read, side by side.
  private var pixels: [UInt8]
  private var rowCount = 0

  /// Opens the file at `path`, whose digits `recognizer` shall read as many at once as it can.
  public init(path: String, recognizer: Recognizer) throws(CSVError) {
    reader = try CSVDigitReader(path: path)
    self.recognizer = recognizer
    pixels = [UInt8](repeating: 0, count: recognizer.batch * DigitSet.pixelCount)
  }

  /// What comes of the next rows, at most `count` of them and one batch; none at the end of the file.
  public func next(atMost count: Int = .max) -> [RecognizedRow] {
    let rows = read(min(count, recognizer.batch))
    let readable = rows.count { if case .success = $0 { true } else { false } }
    var answers = pixels.withUnsafeBufferPointer { pixels in
      pixels.baseAddress.map { recognizer.recognize(frames: $0, count: readable) } ?? []
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
