package import DigitData

/// What is wrong with rows that cannot be read: the first of them, since a damaged file may have millions.
package struct BatchTroubles: Equatable, Sendable {
  /// How many are kept; all are counted.
  package static let most = 5_000

  /// A row and what is wrong with it.
  package struct Trouble: Equatable, Sendable {
    package var row: Int
    package var error: RowError

    /// Takes both as they are.
    package init(row: Int, error: RowError) { (self.row, self.error) = (row, error) }
  }

  /// In the order of the rows.
  package private(set) var kept: [Trouble] = []
  /// Where the rows come from, for those that are not kept.
  package var path = ""

  /// None.
  package init() {}

  /// Takes more, as far as there is room.
  mutating func add(_ more: [Trouble]) { kept += more.prefix(BatchTroubles.most - kept.count) }

  /// What is wrong with a row.
  func error(of row: Int) -> RowError {
    var (low, high) = (0, kept.count)
    while low < high {
      let middle = (low + high) / 2
      if kept[middle].row < row { low = middle + 1 } else { high = middle }
    }
    if low < kept.count, kept[low].row == row { return kept[low].error }
    return .picture(path: path, reason: "row \(row) cannot be read; only the first \(BatchTroubles.most) say why")
  }
}
