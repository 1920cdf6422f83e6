/// A stream of random keep-or-drop decisions, eight at a time (xorshift32 in each lane).
struct DropStream {
  private enum Mode {
    case nothing, values, channels
  }

  private let mode: Mode
  private var state = SIMD8<UInt32>()
  private var threshold = SIMD8<Int32>()
  private var factor: Float = 1
  /// What the whole channel group of the moment is multiplied with.
  private var channelMask = SIMD8<Float>(repeating: 1)

  /// Begins the stream of one item; the same arguments give the same decisions again, as the way back needs.
  @inline(__always)
  init(_ drop: TileOperations.Drop?, seed: UInt64, item: Int) {
    guard let drop else {
      mode = .nothing
      return
    }
    mode = drop.isSpatial ? .channels : .values
    var word = SeededGenerator.mix(seed &+ UInt64(truncatingIfNeeded: item) &* 0x9E37_79B9_7F4A_7C15)
    for pair in 0..<4 {
      word = SeededGenerator.mix(word &+ 0x9E37_79B9_7F4A_7C15)
      state[pair * 2] = UInt32(truncatingIfNeeded: word) | 1
      state[pair * 2 + 1] = UInt32(truncatingIfNeeded: word >> 32) | 1
    }
    threshold = SIMD8(repeating: Int32(drop.rate * 0x1p31))
    factor = 1 / (1 - drop.rate)
  }

  /// Begins a group of eight channels.
  @inline(__always)
  mutating func startGroup() {
    if mode == .channels { channelMask = next() }
  }

  /// Eight values with some of them dropped and the others enlarged to make up for it.
  @inline(__always)
  mutating func callAsFunction(_ value: SIMD8<Float>) -> SIMD8<Float> {
    switch mode {
    case .nothing: value
    case .values: value * next()
    case .channels: value * channelMask
    }
  }

  /// Eight factors: 0 for what is dropped, 1 ÷ (1 − rate) for what stays.
  @inline(__always)
  private mutating func next() -> SIMD8<Float> {
    state ^= state &<< 13
    state ^= state &>> 17
    state ^= state &<< 5
    // Compared as signed numbers of 31 bits: baseline SSE2 has no unsigned comparison.
    let draw = unsafeBitCast(state &>> 1, to: SIMD8<Int32>.self)
    return SIMD8<Float>().replacing(with: factor, where: draw .>= threshold)
  }
}
