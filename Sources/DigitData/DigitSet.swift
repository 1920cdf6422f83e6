public import Recognition

/// Pictures of digits, 28×28, with their labels where these are known.
public struct DigitSet: Equatable, Sendable {
  /// Rows and columns of a picture.
  public static let side = 28
  /// Bytes of a picture.
  public static let pixelCount = side * side

  /// All pictures, one after the other, row by row; 0 is paper, 255 is ink.
  public let pixels: [UInt8]
  /// The digit of each picture, 0…9; empty where there are no labels.
  public let labels: [UInt8]

  /// The number of pictures.
  public var count: Int { pixels.count / DigitSet.pixelCount }

  /// `pixels` must be whole pictures; `labels` must be empty or one per picture.
  public init(pixels: [UInt8], labels: [UInt8]) {
    precondition(pixels.count % DigitSet.pixelCount == 0, "\(pixels.count) bytes are not whole pictures")
    precondition(labels.isEmpty || labels.count * DigitSet.pixelCount == pixels.count, "labels do not match pictures")
    self.pixels = pixels
    self.labels = labels
  }

  /// One picture.
  public func image(at index: Int) -> GrayImage {
    let start = index * DigitSet.pixelCount
    return GrayImage(
      width: DigitSet.side, height: DigitSet.side, pixels: Array(pixels[start..<start + DigitSet.pixelCount]))
  }

  /// All pictures.
  public var images: [GrayImage] { (0..<count).map(image(at:)) }

  /// The pictures at `indices`, in that order.
  public func subset(at indices: [Int]) -> DigitSet {
    var chosen: [UInt8] = []
    chosen.reserveCapacity(indices.count * DigitSet.pixelCount)
    for index in indices { chosen += pixels[index * DigitSet.pixelCount..<(index + 1) * DigitSet.pixelCount] }
    return DigitSet(pixels: chosen, labels: labels.isEmpty ? [] : indices.map { labels[$0] })
  }

  /// These pictures, then those of `other`; both have labels.
  public func appending(_ other: DigitSet) -> DigitSet {
    DigitSet(pixels: pixels + other.pixels, labels: labels + other.labels)
  }
}
