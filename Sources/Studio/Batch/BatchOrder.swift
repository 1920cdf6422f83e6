/// In which order rows are listed.
package struct BatchOrder: Equatable, Sendable {
  /// By what.
  package enum Key: String, CaseIterable, Sendable {
    case row, digit, confidence, label, result

    /// What stands in the menu.
    var title: String {
      switch self {
      case .row: "Row number"
      case .digit: "Read as"
      case .confidence: "Confidence"
      case .label: "Label"
      case .result: "Result"
      }
    }
  }

  package var key = Key.row
  package var isDescending = false

  /// As they come.
  package init() {}

  /// Takes another column; the same one again turns the order around.
  mutating func choose(_ key: Key) {
    (self.key, isDescending) = (key, key == self.key ? !isDescending : false)
  }

  /// What a row of a chunk is sorted by.
  func value(_ chunk: BatchChunk, _ index: Int) -> UInt32 {
    switch key {
    case .row: 0
    case .digit: UInt32(chunk.digit(index) ?? 10)
    case .confidence: chunk.status(index) == .bad ? .max >> 1 : chunk.confidence(index).bitPattern
    case .label: UInt32(chunk.label(index) ?? 10)
    case .result: rank(chunk, index)
    }
  }

  /// What needs a look comes first.
  private func rank(_ chunk: BatchChunk, _ index: Int) -> UInt32 {
    let status = chunk.status(index)
    if status == .bad { return 6 }
    let isWrong = chunk.label(index).map { $0 != chunk.digit(index) } ?? false
    switch (isWrong, status) {
    case (true, .sure): return 0
    case (true, _): return 1
    case (false, .unsure): return 2
    case (false, .blank): return 3
    case (false, _): return 4
    }
  }
}
