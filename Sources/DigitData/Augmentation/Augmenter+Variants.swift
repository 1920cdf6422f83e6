public import NeuralNet
public import Recognition

extension Augmenter {
  /// `count` changed copies of a picture of 28×28; the same `generator` gives the same ones.
  public func variants(of image: GrayImage, count: Int, generator: inout SeededGenerator) -> [GrayImage] {
    (0..<count).map { _ in
      GrayImage.filled { augment(image.pixels, into: $0, generator: &generator, scale: 1, offset: 0) }
    }
  }
}

extension GrayImage {
  /// The picture of 28×28 whose values 0…255 `write` writes.
  package static func filled(_ write: (UnsafeMutablePointer<Float>) -> Void) -> GrayImage {
    var values = [Float](repeating: 0, count: DigitSet.pixelCount)
    write(&values)
    return GrayImage(
      width: DigitSet.side, height: DigitSet.side, pixels: values.map { UInt8(min(255, max(0, $0.rounded()))) })
  }
}
