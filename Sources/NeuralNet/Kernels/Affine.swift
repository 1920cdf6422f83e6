/// y = max(t, slope · t) with t = factor · x + offset, for eight channels.
struct Affine {
  private let factor: SIMD8<Float>
  private let offset: SIMD8<Float>
  private let slope: SIMD8<Float>

  @inline(__always)
  init(factor: UnsafePointer<Float>, offset: UnsafePointer<Float>, slope: Float) {
    self.factor = Float.load(factor)
    self.offset = Float.load(offset)
    self.slope = SIMD8(repeating: slope)
  }

  @inline(__always)
  func callAsFunction(_ value: SIMD8<Float>) -> SIMD8<Float> {
    let linear = linear(value)
    return larger(linear, linear * slope)
  }

  /// Before the activation.
  @inline(__always)
  func linear(_ value: SIMD8<Float>) -> SIMD8<Float> { value * factor + offset }

  /// `incoming` through the activation, whose argument was `value`.
  @inline(__always)
  func gradient(_ incoming: SIMD8<Float>, at value: SIMD8<Float>) -> SIMD8<Float> {
    incoming.replacing(with: incoming * slope, where: value .<= SIMD8<Float>())
  }
}

/// The larger of two values, lane by lane.
@inline(__always)
func larger(_ first: SIMD8<Float>, _ second: SIMD8<Float>) -> SIMD8<Float> {
  second.replacing(with: first, where: first .> second)
}
