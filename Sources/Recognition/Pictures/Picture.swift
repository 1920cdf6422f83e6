/// A picture to recognise, as it comes from a file or from the clipboard.
public struct Picture: Equatable, Sendable {
  public let width: Int
  public let height: Int
  /// Row by row, each `0xAARRGGBB` with colours premultiplied.
  public let pixels: [UInt32]

  /// `pixels` must be width × height values, and there must be some.
  public init(width: Int, height: Int, pixels: [UInt32]) {
    precondition(width > 0 && height > 0, "\(width)×\(height) pixels are no picture")
    precondition(pixels.count == width * height, "\(pixels.count) values for \(width)×\(height) pixels")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// The part of the picture in `box`, as far as that lies inside; nil where nothing of it does.
  func cropped(to box: PixelBox) -> Picture? {
    let (left, right) = (max(0, box.left), min(width, box.right))
    let (top, bottom) = (max(0, box.top), min(height, box.bottom))
    guard left < right, top < bottom else { return nil }
    var part: [UInt32] = []
    part.reserveCapacity((right - left) * (bottom - top))
    for y in top..<bottom { part += pixels[y * width + left..<y * width + right] }
    return Picture(width: right - left, height: bottom - top, pixels: part)
  }

  /// An opaque picture whose values are light: 0 is black, 255 is white.
  public init(luminance: [UInt8], width: Int, height: Int) {
    self.init(width: width, height: height, pixels: luminance.map { 0xFF00_0000 | UInt32($0) * 0x01_0101 })
  }
}
