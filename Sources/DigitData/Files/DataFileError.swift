/// Why a file cannot be read or written.
public enum DataFileError: Error, Equatable, CustomStringConvertible {
  /// There is no such file.
  case notFound(path: String)
  /// The system refuses to read it.
  case unreadable(path: String, reason: String)
  /// The gzip data stop before their end.
  case truncatedGzip(path: String)
  /// The gzip data are damaged.
  case corruptGzip(path: String, reason: String)
  /// The contents are larger than the reader accepts.
  case tooLarge(path: String, limit: Int)
  /// The system refuses to write it.
  case unwritable(path: String, reason: String)

  public var description: String {
    switch self {
    case .notFound(let path): "\(path): no such file; check the path"
    case .unreadable(let path, let reason): "\(path): cannot be read (\(reason)); check the file and its permissions"
    case .truncatedGzip(let path): "\(path): the gzip data end too early; copy or download the file again"
    case .corruptGzip(let path, let reason):
      "\(path): the gzip data are damaged (\(reason)); copy or download the file again"
    case .tooLarge(let path, let limit):
      "\(path): larger than \(limit) bytes when unpacked; this is not the expected file"
    case .unwritable(let path, let reason):
      "\(path): cannot be written (\(reason)); check free space and permissions"
    }
  }
}
