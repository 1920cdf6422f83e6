/// How eight neighbouring numbers of an activation are read and written.
protocol LaneScalar: BitwiseCopyable {
  static var type: NumberType { get }
  /// Which of the eight numbers lane `lane` of a loaded vector holds.
  static func channel(ofLane lane: Int) -> Int
  static func load(_ pointer: UnsafePointer<Self>) -> SIMD8<Float>
  static func store(_ value: SIMD8<Float>, to pointer: UnsafeMutablePointer<Self>)
}

extension Float: LaneScalar {
  static var type: NumberType { .float32 }
  static func channel(ofLane lane: Int) -> Int { lane }

  @inline(__always)
  static func load(_ pointer: UnsafePointer<Float>) -> SIMD8<Float> {
    UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self)
  }

  @inline(__always)
  static func store(_ value: SIMD8<Float>, to pointer: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD8<Float>.self)
  }
}

/// The upper half of a 32-bit float.
struct BFloat16: LaneScalar {
  var bits: UInt16

  static var type: NumberType { .bfloat16 }

  /// The nearest number to `value`.
  init(rounding value: Float) {
    let bits = value.bitPattern
    self.bits = UInt16(truncatingIfNeeded: (bits &+ 0x7FFF &+ (bits >> 16 & 1)) >> 16)
  }

  /// Even numbers come first: two shifts then separate a vector, where a true widening takes many more instructions.
  static func channel(ofLane lane: Int) -> Int { lane < 4 ? lane * 2 : (lane - 4) * 2 + 1 }

  @inline(__always)
  static func load(_ pointer: UnsafePointer<BFloat16>) -> SIMD8<Float> {
    let pairs = UnsafeRawPointer(pointer).loadUnaligned(as: SIMD4<UInt32>.self)
    let even = pairs &<< 16
    let odd = pairs & SIMD4(repeating: 0xFFFF_0000)
    return SIMD8(
      lowHalf: unsafeBitCast(even, to: SIMD4<Float>.self), highHalf: unsafeBitCast(odd, to: SIMD4<Float>.self))
  }

  @inline(__always)
  static func store(_ value: SIMD8<Float>, to pointer: UnsafeMutablePointer<BFloat16>) {
    let even = rounded(value.lowHalf) &>> 16
    let odd = rounded(value.highHalf) & SIMD4(repeating: 0xFFFF_0000)
    UnsafeMutableRawPointer(pointer).storeBytes(of: even | odd, as: SIMD4<UInt32>.self)
  }

  /// Adds what rounds the upper half to the nearest, ties to even.
  @inline(__always)
  private static func rounded(_ value: SIMD4<Float>) -> SIMD4<UInt32> {
    let bits = unsafeBitCast(value, to: SIMD4<UInt32>.self)
    return bits &+ 0x7FFF &+ ((bits &>> 16) & SIMD4(repeating: 1))
  }
}

extension LaneScalar {
  /// Reads `count` (1…8) numbers; missing lanes are zero.
  @inline(__always)
  static func load(_ pointer: UnsafePointer<Self>, count: Int) -> SIMD8<Float> {
    count == 8 ? load(pointer) : loadPart(pointer, count: count)
  }

  /// Writes the first `count` (1…8) numbers.
  @inline(__always)
  static func store(_ value: SIMD8<Float>, to pointer: UnsafeMutablePointer<Self>, count: Int) {
    if count == 8 { store(value, to: pointer) } else { storePart(value, to: pointer, count: count) }
  }

  @inline(never)
  private static func loadPart(_ pointer: UnsafePointer<Self>, count: Int) -> SIMD8<Float> {
    withUnsafeTemporaryAllocation(of: Self.self, capacity: 8) { part in
      guard let base = part.baseAddress else { return SIMD8() }
      UnsafeMutableRawPointer(base).initializeMemory(as: UInt8.self, repeating: 0, count: 8 * MemoryLayout<Self>.stride)
      base.update(from: pointer, count: count)
      return load(base)
    }
  }

  @inline(never)
  private static func storePart(_ value: SIMD8<Float>, to pointer: UnsafeMutablePointer<Self>, count: Int) {
    withUnsafeTemporaryAllocation(of: Self.self, capacity: 8) { part in
      guard let base = part.baseAddress else { return }
      store(value, to: base)
      pointer.update(from: base, count: count)
    }
  }
}
