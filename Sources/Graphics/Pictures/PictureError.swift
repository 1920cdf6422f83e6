/// Why a picture file cannot be used, and what to do about it.
public enum PictureError: Error, Equatable, CustomStringConvertible {
  /// The system's own words about a file that cannot be read.
  case unreadable(reason: String)
  case directory
  /// More bytes than a picture that may be decoded ever needs.
  case tooManyBytes
  case empty
  /// Neither PNG nor JPEG; `kind` names the format when its first bytes are known.
  case notPicture(kind: String?)
  case noPixels(width: Int, height: Int)
  case tooLarge(width: Int, height: Int)
  case damaged(PictureFormat, reason: String)

  /// One line for a person.
  public var description: String {
    switch self {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .directory: "is a directory; name the pictures in it"
    case .tooManyBytes: "is larger than \(PictureFile.maximumBytes >> 20) MiB; make the picture smaller"
    case .empty: "is empty; save the picture again"
    case .notPicture(let kind?): "is \(kind), not a PNG or a JPEG; save it as one of these"
    case .notPicture(nil): "is not a PNG or a JPEG"
    case .noPixels(let width, let height): "has \(width)×\(height) pixels: there is nothing to see"
    case .tooLarge(let width, let height):
      "has \(width)×\(height) pixels, more than 64 megapixels; make the picture smaller"
    case .damaged(let format, let reason): "is a damaged \(format.rawValue): \(reason); copy or save it again"
    }
  }
}
