/// Why a row cannot be read: a row of a CSV file, or a file of a list of pictures.
public enum RowError: Error, Equatable, CustomStringConvertible {
  case csv(CSVError)
  case picture(path: String, reason: String)

  public var description: String {
    switch self {
    case .csv(let error): error.description
    case .picture(let path, let reason): "\(path) \(reason)"
    }
  }

  /// The line of the CSV file, from 1; nil where it is not about a line.
  public var line: Int? {
    switch self {
    case .csv(let error): error.line
    case .picture: nil
    }
  }

  /// What is wrong, without the place.
  public var reason: String {
    switch self {
    case .csv(let error): error.reason
    case .picture(_, let reason): reason
    }
  }
}
