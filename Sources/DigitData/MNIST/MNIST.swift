/// A set of digits to train and test with: MNIST, or one of the same form that the user gives in its place.
public struct MNIST: Equatable, Sendable {
  /// The pictures to train with.
  public let training: DigitSet
  /// The pictures to test with.
  public let test: DigitSet
  /// Whether these are the published pictures, by their SHA-256.
  public let isGenuine: Bool
  /// Where the files are.
  public let directory: String

  /// Loads a set from `directory`, else from `$INKLING_DATA`, else from the cache, which is filled on first use.
  ///
  /// `progress` and `isCancelled` are called on the calling thread, several times a second, while files are fetched.
  public static func load(
    from directory: String? = nil, options: MNISTOptions, progress: @escaping (DownloadProgress) -> Void = { _ in },
    isCancelled: @escaping () -> Bool = { false }
  ) throws(MNISTError) -> MNIST {
    let location = try DataLocation(directory: directory, environment: options.environment)
    guard location.origin == .cache else { return try load(at: location, options: options) }
    for _ in options.files.all {
      try fetchMissing(location, options, progress, isCancelled)
      do throws(MNISTError) {
        return try load(at: location, options: options)
      } catch {
        // A damaged file in the cache is nobody's but ours: it goes, and comes again.
        guard let path = error.damagedPath, !options.isOffline else { throw error }
        PrivateDirectory.remove(path)
      }
    }
    try fetchMissing(location, options, progress, isCancelled)
    return try load(at: location, options: options)
  }

  private static func fetchMissing(
    _ location: DataLocation, _ options: MNISTOptions, _ progress: @escaping (DownloadProgress) -> Void,
    _ isCancelled: @escaping () -> Bool
  ) throws(MNISTError) {
    let missing = options.files.all.filter { $0.path(in: location.directory) == nil }
    if missing.isEmpty { return }
    if options.isOffline { throw .offline(directory: location.directory, names: missing.map(\.name)) }
    let download = MNISTDownload(
      files: missing, directory: location.directory, mirrors: options.mirrors, limits: options.limits)
    do throws(DownloadError) {
      try download.run(progress: progress, isCancelled: isCancelled)
    } catch {
      throw .download(error)
    }
  }

  private static func load(at location: DataLocation, options: MNISTOptions) throws(MNISTError) -> MNIST {
    let folder = try MNISTFolder(directory: location.directory, files: options.files)
    let isStrict = options.requiresGenuine || location.origin == .cache
    let processed = options.keepsProcessed ? location.cache.map { ProcessedCache(cache: $0, folder: folder) } : nil
    if let mnist = processed?.load(), mnist.isGenuine || !isStrict { return mnist }
    let mnist = try folder.load(requiringGenuine: isStrict)
    processed?.store(mnist)
    return mnist
  }
}
