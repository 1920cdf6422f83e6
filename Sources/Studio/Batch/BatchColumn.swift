/// A column of the table.
enum BatchColumn: Equatable {
  case row, image, digit, confidence, second, label, result, file

  /// What stands above it.
  var title: String {
    switch self {
    case .row: "Row"
    case .image: "Image"
    case .digit: "Read as"
    case .confidence: "Confidence"
    case .second: "Second"
    case .label: "Label"
    case .result: "Result"
    case .file: "File"
    }
  }

  /// What the list is sorted by when its title is pressed.
  var key: BatchOrder.Key? {
    switch self {
    case .row: .row
    case .digit: .digit
    case .confidence: .confidence
    case .label: .label
    case .result: .result
    case .image, .second, .file: nil
    }
  }

  /// The least width in units.
  fileprivate var width: Double {
    switch self {
    case .row: 104
    case .image: 66
    case .digit: 84
    case .confidence: 100
    case .second: 96
    case .label: 66
    case .result: 148
    case .file: 160
    }
  }

  /// A column with its place in the table.
  struct Placed: Equatable {
    var column: BatchColumn
    var x: Double
    var width: Double
  }

  /// The columns that have room in `width`: the least needed go first, and what is left over makes bars longer.
  static func placed(in width: Double, hasLabels: Bool, hasFiles: Bool) -> [Placed] {
    var columns: [BatchColumn] = [.row, .image, .digit, .confidence, .second]
    if hasLabels { columns.append(.label) }
    columns.append(.result)
    if hasFiles { columns.append(.file) }
    for column in [BatchColumn.second, .file, .label] where columns.map(\.width).reduce(0, +) > width {
      columns.removeAll { $0 == column }
    }
    var rest = max(0, width - columns.map(\.width).reduce(0, +))
    let bar = min(rest, columns.contains(.file) ? 80 : min(420, max(140, rest * 0.45)))
    rest -= bar
    var x = 0.0
    return columns.map { column in
      let width = column.width + (column == .confidence ? bar : column == columns.last ? rest : 0)
      defer { x += width }
      return Placed(column: column, x: x, width: width)
    }
  }
}
