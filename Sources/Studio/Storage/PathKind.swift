import Glibc

/// What the system says about a path, links followed.
package enum PathKind: Equatable, Sendable {
  case file
  case directory
  /// A pipe, a device or a socket: nothing that is opened or replaced here.
  case other
  case missing

  /// Asks the system; may wait for a slow disk.
  package init(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      self = .missing
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .directory
    default: self = .other
    }
  }

  /// Why it cannot be opened; nil where it may be.
  var obstacle: String? {
    switch self {
    case .file: nil
    case .directory: "it is a directory"
    case .other: "it is not a plain file"
    case .missing: "no such file"
    }
  }
}
