/// Four neighbouring values on the way back through a 2 × 2 maximum, for eight channels.
struct PairWindow {
  private let values: (SIMD8<Float>, SIMD8<Float>, SIMD8<Float>, SIMD8<Float>)
  private let isFirst: SIMDMask<SIMD8<Int32>>
  private let isThird: SIMDMask<SIMD8<Int32>>
  private let isTop: SIMDMask<SIMD8<Int32>>
  /// The largest of the four, batch normalisation applied; of equal ones the first counts.
  let largest: SIMD8<Float>

  @inline(__always)
  init<Scalar>(_ channels: GradientGroup<Scalar>, corner: Int, stride: Int, rowStride: Int) {
    let pointer = channels.values + corner
    let below = pointer + rowStride
    values = (
      Scalar.load(pointer), Scalar.load(pointer + stride), Scalar.load(below), Scalar.load(below + stride)
    )
    let first = channels.affine.linear(values.0)
    let second = channels.affine.linear(values.1)
    let third = channels.affine.linear(values.2)
    let fourth = channels.affine.linear(values.3)
    isFirst = first .>= second
    isThird = third .>= fourth
    let top = second.replacing(with: first, where: isFirst)
    let bottom = fourth.replacing(with: third, where: isThird)
    isTop = top .>= bottom
    largest = bottom.replacing(with: top, where: isTop)
  }

  /// The value that went into the largest.
  @inline(__always)
  var valueOfLargest: SIMD8<Float> {
    let top = values.1.replacing(with: values.0, where: isFirst)
    let bottom = values.3.replacing(with: values.2, where: isThird)
    return bottom.replacing(with: top, where: isTop)
  }

  /// Writes the four gradients of the source.
  @inline(__always)
  func spread<Scalar>(
    _ gradient: SIMD8<Float>, _ channels: GradientGroup<Scalar>, corner: Int, stride: Int, rowStride: Int
  ) {
    let zero = SIMD8<Float>()
    let top = zero.replacing(with: gradient, where: isTop)
    let bottom = gradient.replacing(with: zero, where: isTop)
    let first = zero.replacing(with: top, where: isFirst)
    let second = top.replacing(with: zero, where: isFirst)
    let third = zero.replacing(with: bottom, where: isThird)
    let fourth = bottom.replacing(with: zero, where: isThird)
    let pointer = channels.outgoing + corner
    let below = pointer + rowStride
    Scalar.store(channels.sourceGradient(first, at: values.0), to: pointer)
    Scalar.store(channels.sourceGradient(second, at: values.1), to: pointer + stride)
    Scalar.store(channels.sourceGradient(third, at: values.2), to: below)
    Scalar.store(channels.sourceGradient(fourth, at: values.3), to: below + stride)
  }
}
