package import DigitData
import Recognition

/// The results of some rows that follow one another, in columns: fifty bytes a row.
package final class BatchChunk: Sendable {
  /// How many rows each has; only the last may have fewer.
  package static let size = 256
  /// No digit, or no label.
  private static let none: UInt8 = 15

  /// Status and digit of each row in one byte.
  private let marks: [UInt8]
  private let labels: [UInt8]
  private let places: [Int]
  private let shares: [Float]

  /// The results of at most `size` rows.
  package init(_ rows: ArraySlice<RecognizedRow>) {
    marks = rows.map { BatchChunk.mark($0) }
    labels = rows.map { $0.label.map(UInt8.init) ?? BatchChunk.none }
    places = rows.map(\.place)
    shares = rows.flatMap { row in
      if case .success(let answer) = row.result {
        Array(answer.probabilities)
      } else {
        [Float](repeating: 0, count: 10)
      }
    }
  }

  /// How many rows there are.
  package var count: Int { marks.count }

  /// A row by its place in the chunk.
  package subscript(index: Int) -> BatchRow {
    let probabilities = shares.withUnsafeBufferPointer { shares in
      shares.baseAddress.map { Probabilities($0 + index * Probabilities.count) } ?? Probabilities()
    }
    return BatchRow(
      status: status(index), digit: digit(index), label: label(index), probabilities: probabilities,
      isNotDigit: marks[index] & 64 != 0, place: places[index])
  }

  /// What sorting and filtering look at, without the rest of the row.
  func status(_ index: Int) -> BatchStatus { BatchStatus(rawValue: marks[index] >> 4 & 3) ?? .bad }
  func digit(_ index: Int) -> Int? { BatchChunk.number(marks[index] & 15) }
  func label(_ index: Int) -> Int? { BatchChunk.number(labels[index]) }
  func confidence(_ index: Int) -> Float { digit(index).map { shares[index * Probabilities.count + $0] } ?? 0 }

  private static func number(_ value: UInt8) -> Int? { value == none ? nil : Int(value) }

  private static func mark(_ row: RecognizedRow) -> UInt8 {
    guard case .success(let answer) = row.result else { return BatchStatus.bad.rawValue << 4 | none }
    let digit = answer.digit.map(UInt8.init) ?? none
    return BatchStatus(answer.status).rawValue << 4 | digit | (answer.notDigit > 0.5 ? 64 : 0)
  }
}
