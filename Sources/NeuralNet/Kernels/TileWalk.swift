/// The walks of a `TileKernel` for one number type: a plain value of pointers and geometry, so that the compiler makes
/// straight code for each type.
struct TileWalk<Scalar: LaneScalar> {
  let operations: TileOperations
  let input: TileGeometry
  let output: TileGeometry
  /// The factor that the kernel before used for negative values, to be undone on the way back; nil without one.
  let inputSlope: Float?
  /// Seed of this step's dropout.
  var dropSeed: UInt64 = 0

  let source: UnsafeMutablePointer<Scalar>
  let result: UnsafeMutablePointer<Scalar>
  /// Gradients of result and source; nil in inference.
  let resultGradient: UnsafeMutablePointer<Scalar>?
  let sourceGradient: UnsafeMutablePointer<Scalar>?
  let factors: TileFactors
  /// Per thread and channel: two sums.
  let sums: UnsafeMutablePointer<Double>
  /// Per thread: gradients of a tile.
  let scratch: UnsafeMutablePointer<Float>
  let scratchStride: Int
  /// Whether to leave tiles to the loops for wide vectors.
  let isWide: Bool

  /// Walks over one item.
  func run(_ phase: TileKernel.Phase, item: Int, part: Int) {
    if isWide { return runWide(phase, item: item, part: part) }
    switch phase {
    case .statistics: addStatistics(item: item, part: part)
    case .apply: apply(item: item)
    case .gradientSums: propagate(item: item, part: part, isSumming: true)
    case .gradientApply: propagate(item: item, part: part, isSumming: false)
    }
  }
}
