public import NeuralNet

/// Changes pictures at random as a hand might have drawn them; may be used by several threads at once.
///
/// One pass per picture: pen width, rotation, shear, size, place and bend are put into one map from each new pixel back
/// to the old picture. Nothing is allocated.
public struct Augmenter: Sendable {
  private let augmentation: Augmentation
  private let bank: ElasticBank

  /// Prepares the bends; `seed` decides which.
  public init(_ augmentation: Augmentation = Augmentation(), seed: UInt64 = 1) {
    self.augmentation = augmentation.limited
    bank = ElasticBank(reach: augmentation.limited.elasticReach, seed: seed)
  }

  /// Writes a changed copy of the 784 bytes at `source` as 784 numbers byte × `scale` + `offset`.
  ///
  /// The same `generator` gives the same picture. Bytes are 0 for paper to 255 for ink.
  public func augment(
    _ source: UnsafePointer<UInt8>, into destination: UnsafeMutablePointer<Float>, generator: inout SeededGenerator,
    scale: Float, offset: Float
  ) {
    if generator.nextUniform() < augmentation.untouched {
      return Augmenter.copy(source, into: destination, scale: scale, offset: offset)
    }
    let pen = generator.nextUniform(in: -augmentation.thinning...augmentation.thickening)
    let box = InkBox(source)
    let map = InverseMap(augmentation, box: box, generator: &generator)
    let isBent = generator.nextUniform() < augmentation.elasticShare
    let field = isBent ? Int(generator.next() >> 32) % ElasticBank.count : ElasticBank.flat
    var table = InkTable(source, box: box, pen: pen)
    bank.withField(field) { bend in
      table.warp(map, bend: bend, into: destination, scale: scale, offset: offset)
    }
  }

  /// Writes the 784 bytes at `source` as 784 numbers byte × `scale` + `offset`.
  public static func copy(
    _ source: UnsafePointer<UInt8>, into destination: UnsafeMutablePointer<Float>, scale: Float, offset: Float
  ) {
    for index in 0..<DigitSet.pixelCount { destination[index] = Float(source[index]) * scale + offset }
  }
}
