/// A grey picture, one byte per pixel, row by row; 0 is paper, 255 is ink.
public struct GrayImage: Equatable, Sendable {
  public let width: Int
  public let height: Int
  public var pixels: [UInt8]

  /// `pixels` must have width × height bytes.
  public init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(pixels.count == width * height, "\(pixels.count) bytes for \(width)×\(height) pixels")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// Paper without ink.
  public init(width: Int, height: Int) {
    self.init(width: width, height: height, pixels: [UInt8](repeating: 0, count: width * height))
  }

  /// The part that begins at a column and a row; it must lie inside.
  public func cropped(x: Int, y: Int, width: Int, height: Int) -> GrayImage {
    var part = GrayImage(width: width, height: height)
    for row in 0..<height {
      for column in 0..<width { part[column, row] = self[x + column, y + row] }
    }
    return part
  }

  /// The value at a column and a row.
  public subscript(x: Int, y: Int) -> UInt8 {
    get { pixels[y * width + x] }
    set { pixels[y * width + x] = newValue }
  }
}
