/// At most 256 colours that stand for all colours of a picture.
struct Palette {
  /// Opaque pixels, the most frequent first.
  let colors: [UInt32]
  private var indices: [UInt32: UInt8] = [:]

  /// The exact colours of `image` where they are few enough; else the most frequent, and the others go to the nearest.
  ///
  /// In a drawing these others are rare shades along the edges of letters.
  init(of image: PixelImage) {
    var counts: [UInt32: Int] = [:]
    for pixel in image.pixels { counts[pixel, default: 0] += 1 }
    let order = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
    colors = Array(order.prefix(256))
    for (index, color) in colors.enumerated() { indices[color] = UInt8(index) }
    for color in order.dropFirst(256) { indices[color] = nearest(to: color) }
  }

  /// Which colour stands for each pixel.
  func indexed(_ pixels: ArraySlice<UInt32>) -> [UInt8] {
    var (last, index): (UInt32?, UInt8) = (nil, 0)
    return pixels.map { pixel in
      if pixel != last { (last, index) = (pixel, indices[pixel] ?? 0) }
      return index
    }
  }

  private func nearest(to color: UInt32) -> UInt8 {
    func distance(_ other: UInt32) -> Int {
      [16, 8, 0].reduce(0) { sum, shift in
        let difference = Int(color >> UInt32(shift) & 0xFF) - Int(other >> UInt32(shift) & 0xFF)
        return sum + difference * difference
      }
    }
    return UInt8(colors.indices.min { distance(colors[$0]) < distance(colors[$1]) } ?? 0)
  }
}
