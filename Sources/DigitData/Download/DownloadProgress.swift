/// How far fetching a set has come.
public struct DownloadProgress: Equatable, Sendable {
  /// The name of the file being fetched.
  public let file: String
  /// The number of the file among those fetched in this run, from 0.
  public let index: Int
  /// How many files are fetched in this run.
  public let fileCount: Int
  /// Where from.
  public let mirror: String
  /// Bytes of this file so far, with those of an earlier run that were taken up again.
  public let receivedBytes: Int
  /// Bytes of this file altogether, if the mirror says so.
  public let totalBytes: Int?
}
