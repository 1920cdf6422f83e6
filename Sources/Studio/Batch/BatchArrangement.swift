/// Which rows are listed, and in which order.
package struct BatchArrangement: Equatable, Sendable {
  package let filter: BatchFilter
  package let order: BatchOrder
  /// The numbers of the rows.
  package private(set) var rows: [UInt32] = []
  /// How many rows of the table have been looked at.
  package private(set) var covered = 0

  /// Looks at all rows of `table`, which takes a tenth of a second for a million that have to be sorted.
  package init(_ table: BatchTable, filter: BatchFilter, order: BatchOrder) {
    (self.filter, self.order) = (filter, order)
    extend(to: table)
    guard order != BatchOrder() else { return }
    let keys = rows.map { row in
      let (chunk, index) = table.chunk(of: Int(row))
      return UInt64(order.value(chunk, index)) << 32 | UInt64(row)
    }
    let flipped: UInt64 = order.isDescending ? (order.key == .row ? .max : .max << 32) : 0
    rows = keys.map { $0 ^ flipped }.sorted().map { UInt32(truncatingIfNeeded: $0 ^ flipped) }
  }

  /// Adds the rows that have come since, at the end.
  mutating func extend(to table: BatchTable) {
    for row in covered..<max(covered, table.count) {
      let (chunk, index) = table.chunk(of: row)
      if filter.admits(chunk, index) { rows.append(UInt32(truncatingIfNeeded: row)) }
    }
    covered = table.count
  }
}
