/// A picture as plain pixels, row by row, each `0xAARRGGBB` with colours premultiplied.
public struct PixelImage: Equatable, Sendable {
  public let width: Int
  public let height: Int
  public private(set) var pixels: [UInt32]

  /// `pixels` must be width × height values.
  public init(width: Int, height: Int, pixels: [UInt32]) {
    precondition(pixels.count == width * height, "\(pixels.count) values for \(width)×\(height) pixels")
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// A grey picture drawn in two colours: 0 is `paper`, 255 is `ink`.
  public init(gray: [UInt8], width: Int, height: Int, paper: Color, ink: Color) {
    let shades = (0...255).map { paper.interpolated(to: ink, fraction: Double($0) / 255).pixel }
    self.init(width: width, height: height, pixels: gray.map { shades[Int($0)] })
  }

  /// Copies rows that lie `stride` bytes apart; an opaque source has no alpha worth reading.
  init(width: Int, height: Int, bytes: UnsafePointer<UInt8>, stride: Int, isOpaque: Bool) {
    let mask: UInt32 = isOpaque ? 0xFF00_0000 : 0
    var pixels: [UInt32] = []
    pixels.reserveCapacity(width * height)
    for row in 0..<height {
      let start = UnsafeRawPointer(bytes).advanced(by: row * stride)
      for column in 0..<width { pixels.append(start.load(fromByteOffset: column * 4, as: UInt32.self) | mask) }
    }
    self.init(width: width, height: height, pixels: pixels)
  }

  /// The pixel at a column and a row.
  public subscript(x: Int, y: Int) -> UInt32 {
    get { pixels[y * width + x] }
    set { pixels[y * width + x] = newValue }
  }
}
