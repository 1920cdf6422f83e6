/// Why a CSV file of digits, or one of its rows, cannot be used; every text is one line that names the place.
public enum CSVError: Error, Equatable, CustomStringConvertible {
  /// The file itself cannot be read.
  case unreadable(DataFileError)
  /// The header does not describe digits.
  case badHeader(path: String, line: Int, reason: String)
  /// A row has too few or too many columns.
  case wrongCount(path: String, line: Int, expected: String, found: Int)
  /// A pixel is no number, or one out of range.
  case badPixel(path: String, line: Int, column: Int, name: String, text: String)
  /// A pixel is in range but not a whole number.
  case fraction(path: String, line: Int, column: Int, name: String, text: String)
  /// A label is not a digit.
  case badLabel(path: String, line: Int, column: Int, name: String, text: String)
  /// A line is longer than any row can be.
  case lineTooLong(path: String, line: Int, limit: Int)
  /// A row has no label though others have.
  case missingLabel(path: String, line: Int)
  /// There are no rows.
  case empty(path: String)

  public var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .badHeader(let path, let line, _), .wrongCount(let path, let line, _, _), .lineTooLong(let path, let line, _),
      .missingLabel(let path, let line):
      "\(path), line \(line): \(reason)"
    case .badPixel(let path, let line, _, _, _), .fraction(let path, let line, _, _, _),
      .badLabel(let path, let line, _, _, _):
      "\(path), line \(line), \(reason)"
    case .empty(let path): "\(path): \(reason)"
    }
  }

  /// The line, from 1; nil where it is not about a line.
  public var line: Int? {
    switch self {
    case .unreadable, .empty: nil
    case .badHeader(_, let line, _), .wrongCount(_, let line, _, _), .lineTooLong(_, let line, _),
      .missingLabel(_, let line), .badPixel(_, let line, _, _, _), .fraction(_, let line, _, _, _),
      .badLabel(_, let line, _, _, _):
      line
    }
  }

  /// What is wrong, without the file and the line.
  public var reason: String {
    switch self {
    case .unreadable(let error): error.description
    case .badHeader(_, _, let reason): reason
    case .wrongCount(_, _, let expected, let found):
      "\(found) \(found == 1 ? "column" : "columns") where \(expected) are expected"
    case .badPixel(_, _, let column, let name, let text):
      "column \(column) (\(name)): '\(text)' is not a number from 0 to 255"
    case .fraction(_, _, let column, let name, let text):
      "column \(column) (\(name)): '\(text)' is not a whole number from 0 to 255; "
        + "pixels from 0 to 1 must be multiplied by 255 first"
    case .badLabel(_, _, let column, let name, let text):
      "column \(column) (\(name)): '\(text)' is not a digit from 0 to 9"
    case .lineTooLong(_, _, let limit): "longer than \(limit) bytes; a row has 784 pixels and at most one label"
    case .missingLabel: "no label though other rows have one; give every row a label, or none"
    case .empty: "no rows; give a file with one digit per line"
    }
  }
}
