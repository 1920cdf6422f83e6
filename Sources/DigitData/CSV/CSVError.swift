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
    case .badHeader(let path, let line, let reason): "\(path), line \(line): \(reason)"
    case .wrongCount(let path, let line, let expected, let found):
      "\(path), line \(line): \(found) \(found == 1 ? "column" : "columns") where \(expected) are expected"
    case .badPixel(let path, let line, let column, let name, let text):
      "\(path), line \(line), column \(column) (\(name)): '\(text)' is not a number from 0 to 255"
    case .fraction(let path, let line, let column, let name, let text):
      "\(path), line \(line), column \(column) (\(name)): '\(text)' is not a whole number from 0 to 255; "
        + "pixels from 0 to 1 must be multiplied by 255 first"
    case .badLabel(let path, let line, let column, let name, let text):
      "\(path), line \(line), column \(column) (\(name)): '\(text)' is not a digit from 0 to 9"
    case .lineTooLong(let path, let line, let limit):
      "\(path), line \(line): longer than \(limit) bytes; a row has 784 pixels and at most one label"
    case .missingLabel(let path, let line):
      "\(path), line \(line): no label though other rows have one; give every row a label, or none"
    case .empty(let path): "\(path): no rows; give a file with one digit per line"
    }
  }
}
