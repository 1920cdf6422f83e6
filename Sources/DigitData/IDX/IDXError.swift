/// Why an IDX file (the format MNIST is published in) cannot be used; every text is one line.
public enum IDXError: Error, Equatable, CustomStringConvertible {
  /// The file itself cannot be read.
  case unreadable(DataFileError)
  /// The file ends before its header does.
  case noHeader(path: String, expected: Int, found: Int)
  /// The first four bytes are not those of the expected kind.
  case wrongMagic(path: String, expected: Int, found: Int)
  /// The header tells of pictures that have no pixels or too many.
  case badSize(path: String, rows: Int, columns: Int)
  /// The file is shorter than its header says.
  case truncated(path: String, expected: Int, found: Int)
  /// The file is longer than its header says.
  case oversized(path: String, expected: Int, found: Int)
  /// A label is not a digit.
  case badLabel(path: String, index: Int, value: Int)

  public var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .noHeader(let path, let expected, let found):
      "\(path): \(found) bytes are too few for an IDX header of \(expected); download the file again"
    case .wrongMagic(let path, let expected, let found):
      "\(path): the magic number is \(found) where \(IDXError.kind(expected)); give the right IDX file"
    case .badSize(let path, let rows, let columns):
      "\(path): the header says \(rows)×\(columns) pixels per picture; 1 to 4096 rows and columns are possible"
    case .truncated(let path, let expected, let found):
      "\(path): the header asks for \(expected) bytes but there are only \(found); download the file again"
    case .oversized(let path, let expected, let found):
      "\(path): the header asks for \(expected) bytes but there are \(found); download the file again"
    case .badLabel(let path, let index, let value):
      "\(path): label \(index) is \(value), not a digit from 0 to 9; give a set of digits"
    }
  }

  private static func kind(_ magic: Int) -> String {
    magic == IDXFile.imageMagic ? "pictures have \(magic)" : "labels have \(magic)"
  }
}
