/// Why MNIST, or a set in its place, cannot be loaded; every text is one line.
public enum MNISTError: Error, Equatable, CustomStringConvertible {
  /// A file is not well formed.
  case badFile(IDXError)
  /// A directory lacks some of the four files.
  case missing(directory: String, names: [String])
  /// The pictures are not 28×28.
  case wrongShape(path: String, rows: Int, columns: Int)
  /// There are no pictures.
  case empty(path: String)
  /// Pictures and labels differ in number.
  case unequalCounts(images: String, imageCount: Int, labels: String, labelCount: Int)
  /// MNIST is asked for, and a file has another number of pictures or labels.
  case wrongCount(path: String, expected: Int, found: Int)
  /// MNIST is asked for, and a file of the right shape has other contents.
  case notGenuine(path: String)
  /// Nothing says where the data may be kept.
  case noCacheDirectory
  /// The data are not here, and the network may not be used.
  case offline(directory: String, names: [String])
  /// The data are not here, and fetching them failed.
  case download(DownloadError)

  public var description: String {
    switch self {
    case .badFile(let error): error.description
    case .missing(let directory, let names):
      "\(directory): \(MNISTError.list(names)) missing; "
        + "give the directory that holds the four IDX files (plain or .gz) with --data or $INKLING_DATA"
    case .wrongShape(let path, let rows, let columns):
      "\(path): the pictures are \(rows)×\(columns); pictures of 28×28 are needed"
    case .empty(let path): "\(path): there are no pictures; give a set with at least one"
    case .unequalCounts(let images, let imageCount, let labels, let labelCount):
      "\(images) has \(imageCount) pictures but \(labels) has \(labelCount) labels; give two files that belong together"
    case .wrongCount(let path, let expected, let found):
      "\(path): \(found) items where MNIST has \(expected); this is not MNIST"
    case .notGenuine(let path):
      "\(path): not MNIST, though it has its shape (Fashion-MNIST looks like this); "
        + "the contents differ from the published ones"
    case .noCacheDirectory:
      "no directory to keep data in: set HOME or XDG_CACHE_HOME, or give a directory with --data or $INKLING_DATA"
    case .offline(let directory, let names):
      "\(directory): \(MNISTError.list(names)) missing, and the network may not be used; run once without --offline, "
        + "or give a directory that holds the four files with --data or $INKLING_DATA"
    case .download(let error): error.description
    }
  }

  private static func list(_ names: [String]) -> String {
    names.joined(separator: ", ") + (names.count == 1 ? " is" : " are")
  }
}
