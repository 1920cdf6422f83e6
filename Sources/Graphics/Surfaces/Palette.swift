/// At most 256 colours that stand for all colours of a picture.
struct Palette {
  /// Opaque pixels, the most frequent first.
  let colors: [UInt32]
  private var indices: [UInt32: UInt8] = [:]

  /// The exact colours of `image` where they are few enough; else most places go to the most frequent, the rest to
  /// colours that are far from all others, and what is left goes to the nearest.
  ///
  /// In a drawing what is left are rare shades along the edges of letters.
  init(of image: PixelImage) {
    var counts: [UInt32: Int] = [:]
    for pixel in image.pixels { counts[pixel, default: 0] += 1 }
    let order = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map(\.key)
    colors = order.count <= 256 ? order : Palette.spread(order, frequent: 160)
    for (index, color) in colors.enumerated() { indices[color] = UInt8(index) }
    for color in order where indices[color] == nil { indices[color] = nearest(to: color) }
  }

  /// Which colour stands for each pixel.
  func indexed(_ pixels: ArraySlice<UInt32>) -> [UInt8] {
    var (last, index): (UInt32?, UInt8) = (nil, 0)
    return pixels.map { pixel in
      if pixel != last { (last, index) = (pixel, indices[pixel] ?? 0) }
      return index
    }
  }

  /// 256 of `order`: the first `frequent`, then again and again the one that is farthest from all taken so far.
  private static func spread(_ order: [UInt32], frequent: Int) -> [UInt32] {
    var taken = Array(order.prefix(frequent))
    let rest = Array(order.dropFirst(frequent))
    var gaps = rest.map { color in taken.map { distance($0, color) }.min() ?? 0 }
    while taken.count < 256, let index = gaps.indices.max(by: { gaps[$0] < gaps[$1] }) {
      taken.append(rest[index])
      for other in rest.indices { gaps[other] = min(gaps[other], distance(rest[index], rest[other])) }
    }
    return taken
  }

  private static func distance(_ one: UInt32, _ two: UInt32) -> Int {
    func square(_ shift: UInt32) -> Int {
      let difference = Int(one >> shift & 0xFF) - Int(two >> shift & 0xFF)
      return difference * difference
    }
    return square(16) + square(8) + square(0)
  }

  private func nearest(to color: UInt32) -> UInt8 {
    UInt8(colors.indices.min { Palette.distance(colors[$0], color) < Palette.distance(colors[$1], color) } ?? 0)
  }
}
