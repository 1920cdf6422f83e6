/// Rows of a table in a typeface of fixed width.
enum Columns {
  /// `cells` side by side, the first `leading` ones to the left, the others to the right.
  static func text(_ cells: [String], widths: [Int], leading: Int = 1) -> String {
    var text = ""
    for (index, (cell, width)) in zip(cells, widths).enumerated() {
      let space = String(repeating: " ", count: max(0, width - cell.count))
      text += (index == 0 ? "" : "  ") + (index < leading ? cell + space : space + cell)
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}
