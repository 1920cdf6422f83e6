package import Recognition

/// A training digit that the network sees as like the ink.
package struct NearDigit: Equatable, Sendable {
  package var image: GrayImage
  /// What was written.
  package var label: Int
  /// 0: the same to the network.
  package var distance: Float

  /// Takes everything as it is.
  package init(image: GrayImage, label: Int, distance: Float) {
    (self.image, self.label, self.distance) = (image, label, distance)
  }
}
