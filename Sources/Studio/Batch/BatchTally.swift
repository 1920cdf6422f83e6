import Recognition
import DigitData

/// How many rows came to what.
package struct BatchTally: Equatable, Sendable {
  /// All rows, good or bad.
  package private(set) var count = 0
  package private(set) var bad = 0
  package private(set) var unsure = 0
  package private(set) var blank = 0
  /// Rows whose digit is known, and those of them that are read so.
  package private(set) var labelled = 0
  package private(set) var right = 0
  /// Rows by the digit that was written, columns by the digit that is read.
  package private(set) var confusion = [[Int]](repeating: [Int](repeating: 0, count: 10), count: 10)

  /// No rows.
  package init() {}

  /// Rows that could be read.
  package var read: Int { count - bad }
  package var wrong: Int { labelled - right }

  /// The share of the labelled rows that is read right; nil where none has a label.
  package var accuracy: Double? { labelled > 0 ? Double(right) / Double(labelled) : nil }

  /// Takes one more row.
  mutating func add(_ row: RecognizedRow) {
    count += 1
    guard case .success(let answer) = row.result else {
      bad += 1
      return
    }
    switch answer.status {
    case .ok: break
    case .unsure: unsure += 1
    case .blank: blank += 1
    }
    guard let label = row.label else { return }
    labelled += 1
    if let digit = answer.digit { confusion[label][digit] += 1 }
    if answer.digit == label { right += 1 }
  }
}
