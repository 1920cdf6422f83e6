public import Recognition

/// Recognises rows of digits, a batch at a time, in memory that does not grow with their number.
public final class RowRecognizer {
  private let source: any DigitRows
  private let recognizer: Recognizer
  /// The pictures of the rows that could be read, side by side.
  private var pixels: [UInt8]
  private var rowCount = 0

  /// Reads the rows of `source`, whose digits `recognizer` shall read as many at once as it can.
  public init(_ source: any DigitRows, recognizer: Recognizer) {
    self.source = source
    self.recognizer = recognizer
    pixels = [UInt8](repeating: 0, count: recognizer.batch * DigitSet.pixelCount)
  }

  /// What comes of the next rows, at most `count` of them and one batch; none at the end of the source.
  public func next(atMost count: Int = .max) -> [RecognizedRow] {
    let rows = pixels.withUnsafeMutableBufferPointer { source.read(min(count, recognizer.batch), into: $0) }
    let readable = rows.count { $0.error == nil }
    var answers = pixels.withUnsafeBufferPointer { pixels in
      pixels.baseAddress.map { recognizer.recognize(frames: $0, count: readable) } ?? []
    }[...]
    return rows.compactMap { row in
      defer { rowCount += 1 }
      if let error = row.error {
        return RecognizedRow(index: rowCount, label: nil, result: .failure(error), place: row.place)
      }
      return answers.popFirst().map {
        RecognizedRow(index: rowCount, label: row.label, result: .success($0), place: row.place)
      }
    }
  }
}
