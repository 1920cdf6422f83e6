import DigitData

/// The results of all rows so far; copying it copies no results.
package struct BatchTable: Equatable, Sendable {
  private var chunks: [BatchChunk] = []
  /// How many rows there are.
  package private(set) var count = 0

  /// No rows.
  package init() {}

  /// Takes chunks in place of those from `first` on.
  mutating func replace(from first: Int, with new: [BatchChunk]) {
    precondition(first <= chunks.count, "chunk \(first) of \(chunks.count)")
    chunks.replaceSubrange(first..., with: new)
    count = (chunks.count - 1) * BatchChunk.size + (chunks.last?.count ?? BatchChunk.size)
  }

  /// A row by its number, from 0.
  package subscript(row: Int) -> BatchRow { chunks[row / BatchChunk.size][row % BatchChunk.size] }

  /// The chunk of a row and its place there, for those who look at many.
  func chunk(of row: Int) -> (BatchChunk, Int) { (chunks[row / BatchChunk.size], row % BatchChunk.size) }

  /// A row as it is written to files.
  func recognized(_ row: Int, troubles: BatchTroubles) -> RecognizedRow {
    let found = self[row]
    guard let answer = found.answer else {
      return RecognizedRow(index: row, label: nil, result: .failure(troubles.error(of: row)), place: found.place)
    }
    return RecognizedRow(index: row, label: found.label, result: .success(answer), place: found.place)
  }

  package static func == (one: BatchTable, other: BatchTable) -> Bool {
    one.count == other.count && one.chunks.last === other.chunks.last
  }
}
