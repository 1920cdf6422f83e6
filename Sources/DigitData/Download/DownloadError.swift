/// Why a set cannot be fetched; every text is one line.
public enum DownloadError: Error, Equatable, CustomStringConvertible {
  /// One mirror's reason for not giving a file.
  public struct Refusal: Equatable, Sendable {
    public let mirror: String
    public let reason: String
  }

  /// The cache cannot be written.
  case unwritable(DataFileError)
  /// No mirror has given a file.
  case allMirrorsFailed(file: String, refusals: [Refusal])
  /// The caller has asked to stop; what was received is kept for the next time.
  case cancelled

  public var description: String {
    switch self {
    case .unwritable(let error): error.description
    case .allMirrorsFailed(let file, let refusals):
      "\(file) cannot be downloaded: "
        + refusals.map { "\($0.mirror): \($0.reason)" }.joined(separator: "; ")
        + "; check the network, or give a directory that holds the four files with --data or $INKLING_DATA"
    case .cancelled: "the download was stopped; the next one goes on from there"
    }
  }
}
