import Charts

/// Sentences of the compare screen.
enum CompareWords {
  /// Why some curves are others than the rest; no names: all are.
  static func withoutValidation(_ names: [String]) -> String {
    guard !names.isEmpty else {
      return "No digits were held back from these trainings, so the curves are those of training"
    }
    return "Training curve, because no digits were held back: \(names.map(SafeName.text).joined(separator: ", "))"
  }

  /// The cells with the largest differences, as facts: "4 read as 9", "12 and 3".
  static func largest(_ first: [[Int]], _ second: [[Int]]) -> [(String, String)] {
    func size(_ cell: ConfusionChart.Cell) -> Int {
      abs(first[cell.row][cell.column] - second[cell.row][cell.column])
    }
    let cells = first.indices.flatMap { row in
      first[row].indices.map { ConfusionChart.Cell(row: row, column: $0) }
    }
    let different = cells.filter { $0.row != $0.column && size($0) > 0 }
    return different.sorted { size($0) > size($1) }.map { cell in
      let counts = [first, second].map { NumberText.grouped($0[cell.row][cell.column]) }
      return ("\(cell.row) read as \(cell.column)", "\(counts[0]) and \(counts[1])")
    }
  }
}
