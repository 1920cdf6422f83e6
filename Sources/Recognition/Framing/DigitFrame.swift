/// The last steps to what the network sees: a grey 20×20 box, moved to the middle of 28×28 by its centre of mass.
package enum DigitFrame {
  /// Puts `box`, at most 28 pixels wide and high, where its centre of mass rounds to the middle; none of it is cut off.
  package static func centered(_ box: GrayImage) -> GrayImage {
    var frame = GrayImage(width: Framing.side, height: Framing.side)
    let center = centerOfMass(of: box)
    let left = offset(center.x, length: box.width)
    let top = offset(center.y, length: box.height)
    for y in 0..<box.height {
      for x in 0..<box.width { frame[left + x, top + y] = box[x, y] }
    }
    return frame
  }

  /// The mean place of the ink, pixels counted from 0; the middle of a blank picture.
  package static func centerOfMass(of image: GrayImage) -> (x: Double, y: Double) {
    var (sum, sumX, sumY) = (0, 0, 0)
    for y in 0..<image.height {
      for x in 0..<image.width {
        let value = Int(image[x, y])
        sum += value
        sumX += value * x
        sumY += value * y
      }
    }
    guard sum > 0 else { return (Double(image.width - 1) / 2, Double(image.height - 1) / 2) }
    return (Double(sumX) / Double(sum), Double(sumY) / Double(sum))
  }

  /// Whole pixels, as MNIST's digits were moved.
  private static func offset(_ center: Double, length: Int) -> Int {
    min(max(Int((Double(Framing.side / 2) - center).rounded()), 0), Framing.side - length)
  }
}
