import Graphics
package import Ink
import Recognition

/// Turns photographs, scans and screenshots into pictures that lie under the ink.
package enum ImportedPicture {
  /// The longest side of a picture in a drawing, in pixels.
  package static let longestSide = 1_000

  /// Reads a file and places it in the middle of a square canvas, as large as fits.
  package static func read(path: String, canvasSide: Double) throws(FileTrouble) -> PlacedImage {
    if let obstacle = PathKind(of: path).obstacle { throw .reading(path, obstacle) }
    do throws(PictureError) {
      return try place(try PictureFile.read(path: path), canvasSide: canvasSide)
    } catch {
      throw .reading(path, error.reason)
    }
  }

  /// Does the same with the bytes of a file, pasted or dropped; `name` is what it is called in messages.
  package static func decode(
    _ bytes: [UInt8], name: String, canvasSide: Double
  ) throws(FileTrouble) -> PlacedImage {
    do throws(PictureError) {
      return try place(try PictureFile.decode(bytes), canvasSide: canvasSide)
    } catch {
      throw .reading(name, error.reason)
    }
  }

  /// Makes a picture small enough and places it in the middle of a square canvas, as large as fits.
  static func place(_ image: PixelImage, canvasSide: Double) throws(PictureError) -> PlacedImage {
    let small = image.shrunk(to: longestSide)
    do throws(GraphicsError) {
      return PlacedImage(png: try small.png(), box: box(of: small, canvasSide: canvasSide))
    } catch {
      throw .unreadable(reason: error.description)
    }
  }

  /// A picture as the network sees it, all over the canvas: black on white, so that it is read again as it is.
  static func digit(_ image: GrayImage) -> PlacedImage? {
    let pixels = PixelImage(
      gray: image.pixels, width: image.width, height: image.height, paper: Color(0xFFFFFF), ink: Color(0))
    return try? place(pixels, canvasSide: CanvasSpace.side)
  }

  private static func box(of image: PixelImage, canvasSide: Double) -> PlacedImage.Box {
    let scale = canvasSide / Double(max(image.width, image.height))
    let (width, height) = (Double(image.width) * scale, Double(image.height) * scale)
    return PlacedImage.Box(x: (canvasSide - width) / 2, y: (canvasSide - height) / 2, width: width, height: height)
  }
}

extension PixelImage {
  /// The picture, made smaller by a whole factor where a side has more than `side` pixels.
  func shrunk(to side: Int) -> PixelImage {
    let factor = (max(width, height) + side - 1) / side
    guard factor > 1 else { return self }
    return pixels.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return self }
      return PixelImage(
        averaging: start, width: width, height: height, stride: width * 4, isOpaque: false, factor: factor)
    }
  }

  /// The bytes of a PNG file.
  func png() throws(GraphicsError) -> [UInt8] {
    let isOpaque = pixels.allSatisfy { $0 >> 24 == 0xFF }
    let surface = try ImageSurface(width: width, height: height, isOpaque: isOpaque)
    let context = try Context(on: surface)
    context.draw(self, in: Rect(x: 0, y: 0, width: Double(width), height: Double(height)))
    try context.finish()
    return try PNG.encode(surface)
  }
}

extension PictureError {
  /// The reason as the end of a sentence that says which file cannot be read.
  var reason: String {
    switch self {
    case .unreadable(let reason): reason
    case .directory: "it is a directory"
    case .notPicture(nil): "not a PNG or JPEG"
    default: "it \(description)"
    }
  }
}
