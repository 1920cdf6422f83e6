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

  /// Fetching of file `index` of `fileCount`.
  public init(
    file: String, index: Int, fileCount: Int, mirror: String, receivedBytes: Int, totalBytes: Int?
  ) {
    (self.file, self.index, self.fileCount, self.mirror) = (file, index, fileCount, mirror)
    (self.receivedBytes, self.totalBytes) = (receivedBytes, totalBytes)
  }

  /// How much of this file is there, 0…1; 0 where nobody knows how long it is.
  public var share: Double { totalBytes.map { Double(receivedBytes) / Double(max(1, $0)) } ?? 0 }
}
