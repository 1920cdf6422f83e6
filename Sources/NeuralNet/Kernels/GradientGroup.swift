/// What the way back needs for eight channels of one item, held in registers while the pixels go by.
struct GradientGroup<Scalar: LaneScalar> {
  let affine: Affine
  /// The values that went forward.
  let values: UnsafePointer<Scalar>
  /// The gradient of the result.
  let incoming: UnsafePointer<Scalar>
  /// Where the gradient of the source goes.
  let outgoing: UnsafeMutablePointer<Scalar>
  private let gradientFactor: SIMD8<Float>
  private let inputFactor: SIMD8<Float>
  private let gradientOffset: SIMD8<Float>
  private let below: SIMD8<Float>

  @inline(__always)
  init(
    _ walk: TileWalk<Scalar>, block: Int, group: Int, values: UnsafePointer<Scalar>, incoming: UnsafePointer<Scalar>,
    outgoing: UnsafeMutablePointer<Scalar>
  ) {
    affine = walk.affine(block: block, group: group)
    self.values = values
    self.incoming = incoming
    self.outgoing = outgoing
    let channel = (block &* walk.input.groupsPerBlock &+ group) &* 8
    gradientFactor = Float.load(walk.factors.gradientFactor + channel)
    inputFactor = Float.load(walk.factors.inputFactor + channel)
    gradientOffset = Float.load(walk.factors.gradientOffset + channel)
    below = SIMD8(repeating: walk.inputSlope ?? 1)
  }

  /// The gradient of a source value, from that of the normalised one.
  @inline(__always)
  func sourceGradient(_ gradient: SIMD8<Float>, at value: SIMD8<Float>) -> SIMD8<Float> {
    let linear = gradientFactor * gradient + inputFactor * value + gradientOffset
    return (linear * below).replacing(with: linear, where: value .> SIMD8<Float>())
  }
}

/// Two sums over the pixels of a group: of gradients, and of gradients times values.
struct GradientSums {
  private(set) var gradients = SIMD8<Float>()
  private(set) var products = SIMD8<Float>()

  @inline(__always)
  mutating func add(_ gradient: SIMD8<Float>, at value: SIMD8<Float>) {
    gradients += gradient
    products += gradient * value
  }
}
