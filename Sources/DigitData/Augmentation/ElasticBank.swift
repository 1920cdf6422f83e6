import NeuralNet

/// Smooth fields of displacements that bend pictures, made once.
struct ElasticBank: Sendable {
  /// The number of fields.
  static let count = 64
  /// The index of a field that bends nothing.
  static let flat = count
  /// Displacements of a field: 784 across, then 784 down, in steps of `InverseMap.unit`.
  private static let fieldSize = 2 * DigitSet.pixelCount

  private let displacements: [Int16]

  /// Makes fields whose farthest pixel moves by a distance within `reach`.
  init(reach: ClosedRange<Float>, seed: UInt64) {
    var displacements: [Int16] = []
    displacements.reserveCapacity((ElasticBank.count + 1) * ElasticBank.fieldSize)
    for index in 0..<ElasticBank.count {
      var generator = SeededGenerator(seed: seed, stream: .augmentation, index: ~UInt64(index))
      displacements += ElasticBank.field(reach: reach, generator: &generator)
    }
    displacements += [Int16](repeating: 0, count: ElasticBank.fieldSize)
    self.displacements = displacements
  }

  /// Gives the displacements of one field.
  @inline(__always)
  func withField(_ index: Int, _ body: (UnsafePointer<Int16>) -> Void) {
    displacements.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      body(start + index * ElasticBank.fieldSize)
    }
  }

  private static func field(reach: ClosedRange<Float>, generator: inout SeededGenerator) -> [Int16] {
    let across = smoothNoise(&generator)
    let down = smoothNoise(&generator)
    let farthest = zip(across, down).map { ($0 * $0 + $1 * $1).squareRoot() }.max() ?? 1
    let factor = generator.nextUniform(in: reach) * InverseMap.unit / max(farthest, 1e-6)
    return (across + down).map { Int16($0 * factor) }
  }

  /// Noise on a picture with a margin, blurred with a window of about four pixels' deviation, without the margin.
  private static func smoothNoise(_ generator: inout SeededGenerator) -> [Float] {
    let margin = 12
    let side = DigitSet.side + 2 * margin
    var noise = (0..<side * side).map { _ in generator.nextNormal() }
    // Three averages over nine pixels come close to a bell curve of deviation 4.5.
    for _ in 0..<3 {
      noise = averaged(noise, side: side, step: 1)
      noise = averaged(noise, side: side, step: side)
    }
    return (0..<DigitSet.pixelCount).map { index in
      noise[(index / DigitSet.side + margin) * side + index % DigitSet.side + margin]
    }
  }

  /// The mean of nine values `step` apart around each one; the margin, where values are missing, does not matter.
  private static func averaged(_ values: [Float], side: Int, step: Int) -> [Float] {
    var total = values
    for index in step..<total.count { total[index] += total[index - step] }
    return values.indices.map { index in
      let (first, last) = (index - 5 * step, index + 4 * step)
      return last < total.count ? (total[last] - (first < 0 ? 0 : total[first])) / 9 : 0
    }
  }
}
