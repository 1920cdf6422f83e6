import DigitData

extension Studio {
  /// Where the digits of MNIST are looked for, and whether they are downloaded when they are missing.
  func mnistOptions(fetches: Bool = false) -> MNISTOptions {
    var source = MNISTOptions(environment: environment)
    source.files = options.digitFiles ?? source.files
    source.mirrors = options.mirrors ?? source.mirrors
    source.isOffline = !fetches
    source.keepsProcessed = !isUnseen
    return source
  }
}
