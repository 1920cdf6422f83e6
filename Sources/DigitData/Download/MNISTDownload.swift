/// Fetches the files of a set into a directory: from the first mirror that has the genuine ones, and never twice at once.
public struct MNISTDownload: Sendable {
  /// The places that have MNIST, the first first.
  public static let mirrors = [
    "https://ossci-datasets.s3.amazonaws.com/mnist/", "https://storage.googleapis.com/cvdf-datasets/mnist/",
    "http://yann.lecun.com/exdb/mnist/",
  ]

  private let files: [MNISTFile]
  private let directory: String
  private let mirrors: [String]
  private let limits: DownloadLimits

  /// Fetches `files` into `directory` from `mirrors`; one that exceeds `limits` is given up.
  public init(
    files: [MNISTFile] = MNISTFiles.published.all, directory: String, mirrors: [String] = mirrors,
    limits: DownloadLimits = DownloadLimits()
  ) {
    self.files = files
    self.directory = directory
    self.mirrors = mirrors
    self.limits = limits
  }

  /// Fetches what the directory lacks; another process doing the same is waited for.
  ///
  /// `progress` and `isCancelled` are called on the calling thread, several times a second.
  public func run(
    progress: @escaping (DownloadProgress) -> Void = { _ in }, isCancelled: @escaping () -> Bool = { false }
  ) throws(DownloadError) {
    guard let lock = try lockDirectory(isCancelled) else { throw .cancelled }
    defer { withExtendedLifetime(lock) {} }
    for (index, file) in files.enumerated() where file.path(in: directory) == nil {
      try fetch(file, isCancelled) { mirror, received, total in
        progress(
          DownloadProgress(
            file: file.name, index: index, fileCount: files.count, mirror: mirror, receivedBytes: received,
            totalBytes: total))
      }
    }
  }

  private func lockDirectory(_ isCancelled: () -> Bool) throws(DownloadError) -> FileLock? {
    do throws(DataFileError) {
      try PrivateDirectory.create(directory)
      return try FileLock(path: directory + "/.lock", isCancelled: isCancelled)
    } catch {
      throw .unwritable(error)
    }
  }

  /// Asks one mirror after the other for a file.
  private func fetch(
    _ file: MNISTFile, _ isCancelled: @escaping () -> Bool, progress: @escaping (String, Int, Int?) -> Void
  ) throws(DownloadError) {
    var refusals: [DownloadError.Refusal] = []
    for mirror in mirrors {
      let fetch = MirrorFetch(
        file: file, mirror: mirror, directory: directory, limits: limits,
        progress: { progress(mirror, $0, $1) }, isCancelled: isCancelled)
      do throws(FileFetch.Failure) {
        return try fetch.run()
      } catch {
        switch error {
        case .refused(let reason): refusals.append(DownloadError.Refusal(mirror: mirror, reason: reason))
        case .unwritable(let error): throw .unwritable(error)
        case .cancelled: throw .cancelled
        }
      }
    }
    throw .allMirrorsFailed(file: file.name, refusals: refusals)
  }
}
