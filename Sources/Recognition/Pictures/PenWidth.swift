/// Makes the pen of a drawing as wide as MNIST's: thin mouse lines and thick markers look alike to the network.
enum PenWidth {
  /// The pen in pixels when the digit is 20 pixels long, as drawings of strokes are rendered.
  static let target: Float = 2.8
  /// Wider pens are thinned no further than to this, so that uneven strokes do not break.
  static let widest: Float = 3.4

  /// Twice the ink over the length of its edges: the mean width of the strokes.
  static func measured(_ coverage: Plane) -> Float {
    var (ink, edges) = (Float(0), Float(0))
    for y in 1..<coverage.height - 1 {
      for x in 1..<coverage.width - 1 {
        let place = y * coverage.width + x
        let across = (coverage.values[place + 1] - coverage.values[place - 1]) / 2
        let down = (coverage.values[place + coverage.width] - coverage.values[place - coverage.width]) / 2
        ink += coverage.values[place]
        edges += (across * across + down * down).squareRoot()
      }
    }
    return edges > 0 ? 2 * ink / edges : 0
  }

  /// How far to move the edges of strokes `width` wide outward, in a digit `length` long, for the right pen at 20 pixels.
  ///
  /// Moving the edges changes the length too: (width + 2r) · 20 = pen · (length + 2r).
  static func growth(width: Float, length: Float) -> Float {
    let present = width * 20 / length
    let pen = present < target ? target : min(present, widest)
    return (pen * length - 20 * width) / (2 * (20 - pen))
  }

  /// Coverage of the ink with its edges moved outward by `growth`; `isInk` needs a margin of at least that.
  static func moved(_ isInk: Plane, by growth: Float) -> Plane {
    guard abs(growth) > 0.5 else { return isInk }
    if growth > 0 {
      return Distance.toInk(isInk).mapped { min(max(1 + growth - $0, 0), 1) }
    }
    return Distance.toInk(isInk.mapped { 1 - $0 }).mapped { min(max(growth + $0, 0), 1) }
  }
}
