/// The raw numbers behind a chart: rows under heads, for other programs.
public struct NumberTable: Equatable, Sendable {
  /// One place of a row.
  public enum Cell: Equatable, Sendable {
    case text(String)
    case count(Int)
    /// Stays empty where it is not finite.
    case value(Double)
  }

  public var columns: [String]
  /// One cell per column in each.
  public var rows: [[Cell]]

  /// Takes both as they are.
  public init(columns: [String], rows: [[Cell]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "each row has one cell per column")
    self.columns = columns
    self.rows = rows
  }

  /// The table as CSV: a line of heads, `.` as decimal mark, no groups, every digit that there is.
  public var csv: String {
    ([columns.map(NumberTable.quoted)] + rows.map { $0.map(NumberTable.text) })
      .map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private static func text(of cell: Cell) -> String {
    switch cell {
    case .text(let text): quoted(text)
    case .count(let count): "\(count)"
    case .value(let value): value.isFinite ? "\(value)" : ""
    }
  }

  private static func quoted(_ text: String) -> String {
    guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
