extension MNISTError {
  /// The file whose contents are not what they should be; nothing when fetching it again would not help.
  var damagedPath: String? {
    switch self {
    case .badFile(let error): error.damagedPath
    case .wrongShape(let path, _, _), .empty(let path), .wrongCount(let path, _, _), .notGenuine(let path): path
    case .missing, .unequalCounts, .noCacheDirectory, .offline, .download: nil
    }
  }
}

extension IDXError {
  fileprivate var damagedPath: String? {
    switch self {
    case .unreadable(.truncatedGzip(let path)), .unreadable(.corruptGzip(let path, _)),
      .unreadable(.tooLarge(let path, _)):
      path
    case .unreadable: nil
    case .noHeader(let path, _, _), .wrongMagic(let path, _, _), .badSize(let path, _, _), .truncated(let path, _, _),
      .oversized(let path, _, _), .badLabel(let path, _, _):
      path
    }
  }
}
