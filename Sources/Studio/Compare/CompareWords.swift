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
    let cells = first.indices.flatMap { row in first[row].indices.map { (row: row, column: $0) } }
      .filter { $0.row != $0.column && first[$0.row][$0.column] != second[$0.row][$0.column] }
    func size(_ cell: (row: Int, column: Int)) -> Int {
      abs(first[cell.row][cell.column] - second[cell.row][cell.column])
    }
    return cells.sorted { size($0) > size($1) }.map { cell in
      let counts = [first, second].map { NumberText.grouped($0[cell.row][cell.column]) }
      return ("\(cell.row) read as \(cell.column)", "\(counts[0]) and \(counts[1])")
    }
  }
}
