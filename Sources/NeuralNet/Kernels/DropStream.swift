/// A stream of random keep-or-drop decisions, eight at a time (xorshift32 in each lane).
struct DropStream {
  /// What is dropped at once.
  enum Mode: Int32 {
    case nothing, values, channels
  }

  let mode: Mode
  /// What the random numbers of each lane follow from; never zero.
  private(set) var state = SIMD8<UInt32>()
  /// Draws of 31 bits below this are dropped; a vector, as comparing with one made in the loop is done lane by lane.
  private(set) var thresholds = SIMD8<Int32>()
  /// What makes up for the dropped: 1 ÷ (1 − rate).
  private(set) var factor: Float = 1
  private var itemSeed: UInt64 = 0
  /// What the whole channel group of the moment is multiplied with.
  private var channelMask = SIMD8<Float>(repeating: 1)

  /// Prepares the streams of one item.
  @inline(__always)
  init(_ drop: TileOperations.Drop?, seed: UInt64, item: Int) {
    guard let drop else {
      mode = .nothing
      return
    }
    mode = drop.isSpatial ? .channels : .values
    itemSeed = SeededGenerator.mix(seed &+ UInt64(truncatingIfNeeded: item) &* DropStream.distance)
    thresholds = SIMD8(repeating: Int32(drop.rate * 0x1p31))
    factor = 1 / (1 - drop.rate)
  }

  private static let distance: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Begins a group of eight channels; the same arguments give the same decisions again, as the way back needs.
  @inline(__always)
  mutating func startGroup(_ group: Int) {
    guard mode != .nothing else { return }
    seed(group)
    if mode == .channels { channelMask = next() }
  }

  /// Makes `state` that of a group of eight channels of which nothing has been drawn.
  @inline(__always)
  mutating func seed(_ group: Int) {
    var word = SeededGenerator.mix(itemSeed &+ UInt64(truncatingIfNeeded: group) &* DropStream.distance)
    for pair in 0..<4 {
      word = SeededGenerator.mix(word &+ DropStream.distance)
      state[pair * 2] = UInt32(truncatingIfNeeded: word) | 1
      state[pair * 2 + 1] = UInt32(truncatingIfNeeded: word >> 32) | 1
    }
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
    return SIMD8<Float>().replacing(with: factor, where: draw .>= thresholds)
  }
}
