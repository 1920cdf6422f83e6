/// Which rows are listed.
package struct BatchFilter: Equatable, Sendable {
  /// By what came of them.
  package enum Kind: String, CaseIterable, Sendable {
    case all, wrong, unsure, bad
  }

  /// By their digit.
  package enum Part: Equatable, Sendable {
    case any
    /// Written so, or read so where nobody says what was written.
    case digit(Int)
    /// A cell of the confusion matrix.
    case cell(written: Int, read: Int)
  }

  package var kind = Kind.all
  package var part = Part.any

  /// Everything.
  package init() {}

  /// Whether a row of a chunk is listed.
  func admits(_ chunk: BatchChunk, _ index: Int) -> Bool {
    let status = chunk.status(index)
    switch kind {
    case .all: break
    case .wrong:
      guard status != .bad, let label = chunk.label(index), label != chunk.digit(index) else { return false }
    case .unsure: guard status == .unsure else { return false }
    case .bad: return status == .bad
    }
    switch part {
    case .any: return true
    case .digit(let digit): return status != .bad && (chunk.label(index) ?? chunk.digit(index)) == digit
    case .cell(let written, let read): return chunk.label(index) == written && chunk.digit(index) == read
    }
  }
}
