public import Ink

/// Why a drawing file, or one of its lines, cannot be used; every text is one line that names the place.
public enum DrawingError: Error, Equatable, CustomStringConvertible {
  /// The file itself cannot be read, or not to its end.
  case unreadable(DataFileError)
  /// A line is not a drawing.
  case malformed(path: String, line: Int, error: DrawingLineError)
  /// A line is longer than a drawing may be.
  case lineTooLong(path: String, line: Int, limit: Int)

  public var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .malformed(let path, let line, let error): "\(path), line \(line): \(error)"
    case .lineTooLong(let path, let line, let limit): "\(path), line \(line): longer than \(limit) bytes"
    }
  }
}
