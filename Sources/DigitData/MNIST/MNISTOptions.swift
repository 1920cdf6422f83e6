/// How a set is found, checked and fetched.
public struct MNISTOptions: Sendable {
  /// The variables that say where data and cache are: `INKLING_DATA`, `XDG_CACHE_HOME`, `HOME`.
  public var environment: [String: String]
  /// Never opens a connection.
  public var isOffline = false
  /// Refuses every set that is not the published one; the cache holds nothing else in any case.
  public var requiresGenuine = false
  /// Keeps the unpacked pictures in the cache, so that the next start is quick.
  public var keepsProcessed = true
  /// The four files and what they must hold.
  public var files = MNISTFiles.published
  /// Where to fetch from, the first first.
  public var mirrors = MNISTDownload.mirrors
  /// When a mirror is given up.
  public var limits = DownloadLimits()

  /// The usual choices.
  public init(environment: [String: String]) { self.environment = environment }
}
