internal import Glibc

/// Why a file could not be read or written, in the words of the system.
public enum FileError: Error, Equatable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  case unwritable(path: String, reason: String)

  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
    case .unwritable(let path, let reason): "cannot write \(path): \(reason)"
    }
  }

  /// The reason alone, without the path.
  public var reason: String {
    switch self {
    case .unreadable(_, let reason), .unwritable(_, let reason): reason
    }
  }

  /// What the system says about the last call that failed on this thread.
  static var systemReason: String { String(cString: strerror(errno)) }
}
