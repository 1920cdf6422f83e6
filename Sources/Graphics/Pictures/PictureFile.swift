import Glibc

/// Reads photographs, scans and screenshots: PNG and JPEG, told apart by their contents.
public enum PictureFile {
  /// Files larger than this are refused: 64 megapixels take no more, however badly they are compressed.
  public static let maximumBytes = 512 << 20
  /// Pictures with more pixels than this come out smaller, by a whole factor: 2 megapixels.
  public static let workingPixels = 2 << 20

  /// The picture in the bytes of a file, upright, its size checked before it is decoded.
  ///
  /// Memory stays within that of the decoder: what is returned has at most `workingPixels`.
  public static func decode(_ bytes: [UInt8]) throws(PictureError) -> PixelImage {
    switch try PictureFormat(of: bytes) {
    case .png: try decodePNG(bytes)
    case .jpeg: try JPEG.decode(bytes, fitting: workingPixels)
    }
  }

  /// The picture in a file.
  public static func read(path: String) throws(PictureError) -> PixelImage {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(reason: systemReason()) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor)
  }

  /// The picture that an open file, or a pipe such as standard input, holds to its end; it is left open.
  public static func read(descriptor: Int32) throws(PictureError) -> PixelImage {
    try decode(bytes(of: descriptor))
  }

  private static func bytes(of descriptor: Int32) throws(PictureError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw errno == EISDIR ? .directory : .unreadable(reason: systemReason()) }
      guard bytes.count + count <= maximumBytes else { throw .tooManyBytes }
      bytes += chunk[..<count]
    }
  }

  private static func systemReason() -> String { strerror(errno).map { String(cString: $0) } ?? "error \(errno)" }

  private static func decodePNG(_ bytes: [UInt8]) throws(PictureError) -> PixelImage {
    do throws(GraphicsError) {
      return try PNG.decode(bytes, fitting: workingPixels)
    } catch {
      throw PictureError(png: error)
    }
  }

  /// Refuses sizes that have no pixels or too many.
  static func check(width: Int, height: Int) throws(PictureError) {
    guard width > 0, height > 0 else { throw .noPixels(width: width, height: height) }
    guard width * height <= PNG.maximumPixels else { throw .tooLarge(width: width, height: height) }
  }
}

extension PictureError {
  /// The same trouble in the words for picture files.
  init(png error: GraphicsError) {
    self =
      switch error {
      case .damagedPNG(let reason): .damaged(.png, reason: reason)
      case .badSize(let width, let height) where width == 0 || height == 0: .noPixels(width: width, height: height)
      case .badSize(let width, let height), .tooLarge(let width, let height): .tooLarge(width: width, height: height)
      case .notPNG: .notPicture(kind: nil)
      case .drawing(_, let status): .damaged(.png, reason: status)
      }
  }
}
