/// A stream of random keep-or-drop decisions, eight at a time (xorshift32 in each lane).
struct DropStream {
  private var state: SIMD8<UInt32>
  private let threshold: SIMD8<UInt32>
  private let factor: Float

  /// Begins the stream of one item; the same arguments give the same decisions again, as the way back needs.
  @inline(__always)
  init(seed: UInt64, item: Int, rate: Float) {
    var state = SIMD8<UInt32>()
    var word = SeededGenerator.mix(seed &+ UInt64(truncatingIfNeeded: item) &* 0x9E37_79B9_7F4A_7C15)
    for pair in 0..<4 {
      word = SeededGenerator.mix(word &+ 0x9E37_79B9_7F4A_7C15)
      state[pair * 2] = UInt32(truncatingIfNeeded: word) | 1
      state[pair * 2 + 1] = UInt32(truncatingIfNeeded: word >> 32) | 1
    }
    self.state = state
    threshold = SIMD8(repeating: UInt32(rate * 0x1p31))
    factor = 1 / (1 - rate)
  }

  /// Eight factors: 0 for what is dropped, 1 ÷ (1 − rate) for what stays.
  @inline(__always)
  mutating func next() -> SIMD8<Float> {
    state ^= state &<< 13
    state ^= state &>> 17
    state ^= state &<< 5
    // Compared as signed numbers of 31 bits: baseline SSE2 has no unsigned comparison.
    let draw = unsafeBitCast(state &>> 1, to: SIMD8<Int32>.self)
    let kept = draw .>= unsafeBitCast(threshold, to: SIMD8<Int32>.self)
    return SIMD8<Float>(repeating: 0).replacing(with: factor, where: kept)
  }
}
