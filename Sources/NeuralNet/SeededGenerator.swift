/// Random numbers that depend on nothing but a seed, a purpose and an index (SplitMix64).
///
/// Each purpose has a stream of its own and each item an index, so that a run can be taken up anywhere and still draws
/// the same numbers: nothing about randomness has to be stored but the seed and a step number.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  /// What the numbers are for.
  public enum Stream: UInt64, Sendable {
    case initialization = 1
    case shuffling, augmentation, dropout, validationSplit, sampling, drawing
  }

  private var state: UInt64

  /// Starts the sequence of one `index` (an epoch, a step, an image) of one `stream`.
  public init(seed: UInt64, stream: Stream, index: UInt64 = 0) {
    state = SeededGenerator.mix(SeededGenerator.mix(seed ^ 0x9E37_79B9_7F4A_7C15) &+ stream.rawValue) ^ index
    state = SeededGenerator.mix(state)
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return SeededGenerator.mix(state)
  }

  /// The next number, uniform in 0..<1.
  public mutating func nextUniform() -> Float { Float(next() >> 40) * 0x1p-24 }

  /// The next number, uniform in `range`.
  public mutating func nextUniform(in range: ClosedRange<Float>) -> Float {
    range.lowerBound + nextUniform() * (range.upperBound - range.lowerBound)
  }

  /// The next number of a normal distribution with mean 0 and deviation 1 (sum of twelve uniforms).
  public mutating func nextNormal() -> Float {
    var sum: Float = -6
    for _ in 0..<12 { sum += nextUniform() }
    return sum
  }

  /// A well-mixed function of `value`.
  static func mix(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
