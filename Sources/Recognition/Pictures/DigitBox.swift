/// Scales a digit into the box of 20×20 pixels: the longer side fills it, the shape stays.
enum DigitBox {
  /// The longer side of a mark too round and solid to be a digit: a dot must not become a nought.
  private static let dotSide: Float = 4
  /// A stroke this wide in a digit 20 long is a dot.
  private static let dotWidth: Float = 7

  /// The grey box around `coverage`, whose ink has the box `box` and strokes `width` wide.
  static func scaled(_ coverage: Plane, box: PixelBox, width: Float) -> GrayImage {
    let length = Float(box.longerSide)
    let side = width * 20 / length > dotWidth ? dotSide : Float(Framing.digitSide)
    let scale = side / length
    let columns = pixels(Float(box.width) * scale)
    let rows = pixels(Float(box.height) * scale)
    let across = windows(count: columns, start: box.left, length: box.width, scale: scale)
    let down = windows(count: rows, start: box.top, length: box.height, scale: scale)
    var image = GrayImage(width: columns, height: rows, pixels: [UInt8](repeating: 0, count: columns * rows))
    for (y, lines) in down.enumerated() {
      for (x, places) in across.enumerated() {
        let mean = coverage.sum(across: places, down: lines) * scale * scale
        image[x, y] = UInt8((min(max(mean, 0), 1) * 255).rounded())
      }
    }
    return image
  }

  /// Whole pixels for a length; a length of 20 that rounding made a little longer is still 20.
  private static func pixels(_ length: Float) -> Int { max(Int((length - 0.01).rounded(.up)), 1) }

  /// The stretch of source pixels under each new pixel, the digit in the middle of them.
  private static func windows(count: Int, start: Int, length: Int, scale: Float) -> [ClosedRange<Float>] {
    let first = Float(start) + Float(length) / 2 - Float(count) / scale / 2
    return (0..<count).map { first + Float($0) / scale...first + Float($0 + 1) / scale }
  }
}

extension Plane {
  /// The sum of values under a rectangle, pixels at its edges in part; outside there is nothing.
  fileprivate func sum(across: ClosedRange<Float>, down: ClosedRange<Float>) -> Float {
    func part(_ index: Int, of range: ClosedRange<Float>) -> Float {
      min(Float(index + 1), range.upperBound) - max(Float(index), range.lowerBound)
    }
    func indices(_ range: ClosedRange<Float>, count: Int) -> Range<Int> {
      let first = min(max(Int(range.lowerBound.rounded(.down)), 0), count)
      return first..<max(first, min(Int(range.upperBound.rounded(.up)), count))
    }
    var sum: Float = 0
    for y in indices(down, count: height) {
      let share = part(y, of: down)
      for x in indices(across, count: width) { sum += self[x, y] * share * part(x, of: across) }
    }
    return sum
  }
}
