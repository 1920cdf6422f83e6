/// The shape of a digit without the rest of the picture, large enough that single pixels do not matter.
struct DigitShape {
  /// 1 for ink, 0 for paper, with a margin.
  let isInk: Plane
  /// The mean width of the strokes in pixels.
  let width: Float
  /// How far the edges have to move outward for the right pen.
  let growth: Float

  /// Digits smaller than this are enlarged.
  private static let shortestSide = 160

  /// Cuts the marks of `digit` with the box `box` out of a map of ink; `threshold` parts ink from paper.
  init(_ ink: Plane, digit: [InkMark], box: PixelBox, threshold: Float) {
    let surroundings = box.expanded(by: 3, width: ink.width, height: ink.height)
    var alone = Plane(width: surroundings.width, height: surroundings.height)
    for place in digit.lazy.flatMap(\.pixels) {
      alone[Int(place) % ink.width - surroundings.left, Int(place) / ink.width - surroundings.top] = 1
    }
    // The slope of the ink just outside tells where between two pixels the edge lies.
    let cut = alone.dilated(by: 2).combined(with: ink.cropped(to: surroundings), *).padded(by: 1, value: 0)
    let factor = max((DigitShape.shortestSide + box.longerSide - 1) / box.longerSide, 1)
    let large = factor > 1 ? cut.enlarged(width: cut.width * factor, height: cut.height * factor) : cut
    let shape = large.mapped { $0 > threshold ? 1 : 0 }
    width = PenWidth.measured(shape.padded(by: 2, value: 0).smoothed())
    growth = PenWidth.growth(width: width, length: Float(shape.inkBox.longerSide))
    isInk = shape.padded(by: Int(max(growth, 0).rounded(.up)) + 2, value: 0)
  }
}

extension Plane {
  /// The box around all values of one half and more; a single pixel if there are none.
  var inkBox: PixelBox {
    var box: PixelBox?
    for y in 0..<height {
      for x in 0..<width where self[x, y] >= 0.5 {
        let pixel = PixelBox(left: x, top: y, right: x + 1, bottom: y + 1)
        box = box?.union(pixel) ?? pixel
      }
    }
    return box ?? PixelBox(left: 0, top: 0, right: 1, bottom: 1)
  }

  /// The plane to look at; `white` and more becomes 255.
  func image(white: Float) -> GrayImage {
    GrayImage(width: width, height: height, pixels: values.map { UInt8(min(max($0 / white, 0), 1) * 255) })
  }
}
