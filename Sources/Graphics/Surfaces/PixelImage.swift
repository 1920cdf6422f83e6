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

  /// Averages blocks of `factor` × `factor` pixels, smaller ones at the right and at the bottom.
  package init(averaging bytes: UnsafePointer<UInt8>, width: Int, height: Int, stride: Int, isOpaque: Bool, factor: Int)
  {
    let (columns, rows) = ((width + factor - 1) / factor, (height + factor - 1) / factor)
    var pixels: [UInt32] = []
    pixels.reserveCapacity(columns * rows)
    var sums = [UInt32](repeating: 0, count: columns * 4)
    for row in 0..<rows {
      for index in sums.indices { sums[index] = 0 }
      let lines = row * factor..<min(row * factor + factor, height)
      for line in lines {
        let start = bytes + line * stride
        for x in 0..<width {
          let column = x / factor * 4
          for channel in 0..<4 { sums[column + channel] += UInt32(start[x * 4 + channel]) }
        }
      }
      for column in 0..<columns {
        let count = UInt32(lines.count * min(factor, width - column * factor))
        let value = (0..<4).reversed().reduce(UInt32(0)) { $0 << 8 | (sums[column * 4 + $1] + count / 2) / count }
        pixels.append(isOpaque ? value | 0xFF00_0000 : value)
      }
    }
    self.init(width: columns, height: rows, pixels: pixels)
  }

  /// The pixel at a column and a row.
  public subscript(x: Int, y: Int) -> UInt32 {
    get { pixels[y * width + x] }
    set { pixels[y * width + x] = newValue }
  }
}
