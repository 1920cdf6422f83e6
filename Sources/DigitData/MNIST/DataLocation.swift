/// Where the pictures to train with are: a directory the user names, or the user's cache.
public struct DataLocation: Equatable, Sendable {
  /// Who chose the directory.
  public enum Origin: Equatable, Sendable {
    /// The caller, for example with `--data`.
    case argument
    /// `$INKLING_DATA`.
    case environment
    /// Nobody: it is the cache, which Inkling may fill.
    case cache
  }

  /// Who chose the directory.
  public let origin: Origin
  /// The directory of the four files.
  public let directory: String
  /// `$XDG_CACHE_HOME/inkling`; nothing when there is no home either.
  public let cache: String?

  /// Takes `directory` if given, else `$INKLING_DATA`, else `mnist` in the cache; empty values count as not given.
  public init(directory: String? = nil, environment: [String: String]) throws(MNISTError) {
    cache = UserDirectory.path("XDG_CACHE_HOME", else: ".cache", in: environment)
    if let directory, !directory.isEmpty {
      (origin, self.directory) = (.argument, directory)
    } else if let directory = environment["INKLING_DATA"], !directory.isEmpty {
      (origin, self.directory) = (.environment, directory)
    } else if let cache {
      (origin, self.directory) = (.cache, cache + "/mnist")
    } else {
      throw .noCacheDirectory
    }
  }
}
