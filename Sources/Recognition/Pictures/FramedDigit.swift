/// Pictures that are framed as MNIST's are: 28×28 with a digit 20 pixels long around the middle.
enum FramedDigit {
  /// The picture as it is, turned to light ink if it has dark ink; `nil` if it is not framed.
  static func found(in picture: Picture) -> GrayImage? {
    guard picture.width == Framing.side, picture.height == Framing.side else { return nil }
    guard picture.pixels.allSatisfy({ $0 >> 24 == 255 }) else { return nil }
    let light = GrayImage(width: picture.width, height: picture.height, pixels: picture.pixels.map(gray))
    let border = light.border.sorted()
    let paper = border[border.count / 2]
    if paper < 40 { return isFramed(light) ? light : nil }
    let dark = GrayImage(width: light.width, height: light.height, pixels: light.pixels.map { 255 - $0 })
    return paper > 215 && isFramed(dark) ? dark : nil
  }

  private static func gray(_ pixel: UInt32) -> UInt8 {
    let (red, green, blue) = (pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF)
    return red == green && green == blue ? UInt8(red) : UInt8((red * 77 + green * 150 + blue * 29 + 128) >> 8)
  }

  /// Saved as JPEG, paper is not quite empty: what counts as ink is well above that.
  private static func isFramed(_ image: GrayImage) -> Bool {
    let ink = image.pixels.indices.filter { image.pixels[$0] >= 32 }
    let (columns, rows) = (ink.map { $0 % image.width }, ink.map { $0 / image.width })
    guard let left = columns.min(), let right = columns.max(), let top = rows.min(), let bottom = rows.max(),
      (18...21).contains(max(right - left, bottom - top) + 1), (image.pixels.max() ?? 0) >= 128
    else { return false }
    let center = DigitFrame.centerOfMass(of: image)
    return abs(center.x - 14) < 1 && abs(center.y - 14) < 1
  }
}

extension GrayImage {
  /// The values along all four edges.
  fileprivate var border: [UInt8] {
    pixels.indices.filter {
      $0 < width || $0 >= pixels.count - width || $0 % width == 0 || $0 % width == width - 1
    }.map { pixels[$0] }
  }
}
