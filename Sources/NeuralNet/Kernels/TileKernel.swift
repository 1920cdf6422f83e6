internal import Glibc

/// Batch normalisation, ReLU, pooling and dropout in one walk over the batch, a tile (one block of channels of one
/// picture) at a time, so that everything between two convolutions happens while the tile is in the cache.
///
/// The backward walk computes the forward values again instead of storing masks and positions: the numbers are in the
/// cache anyway, and what is not written need not be read.
final class TileKernel: ParallelTask {
  /// The walks that threads share.
  enum Phase {
    case statistics, apply, gradientSums, gradientApply
  }

  private enum Walk {
    case float32(TileWalk<Float>)
    case bfloat16(TileWalk<BFloat16>)
  }

  let input: TileGeometry
  let factors: TileFactors
  private var walk: Walk
  private let team: Team
  private var phase = Phase.apply
  private let sums: UnsafeMutablePointer<Double>
  private let memory: Buffer

  /// `gradients` is nil in inference.
  init(
    _ operations: TileOperations, from source: Activation, to result: Activation, inputSlope: Float?, team: Team,
    gradients: GradientBuffers? = nil
  ) throws(KernelError) {
    self.team = team
    input = TileGeometry(source.form, batch: source.batch)
    let lanes = input.laneCount
    let scratchStride = gradients == nil ? 0 : (input.pixelCount * 8 + 15) / 16 * 16
    let sumBytes = team.threads * lanes * 2 * MemoryLayout<Double>.size
    memory = try Buffer(byteCount: sumBytes + (lanes * 5 + team.threads * scratchStride) * 4)
    sums = memory.view()
    let numbers = (memory.raw + sumBytes).assumingMemoryBound(to: Float.self)
    factors = TileFactors(at: numbers, count: lanes)
    let parts = Parts(
      operations: operations, source: source, result: result, inputSlope: inputSlope, gradients: gradients,
      factors: factors, sums: sums, scratch: numbers + lanes * 5, scratchStride: scratchStride)
    walk = source.type == .float32 ? .float32(parts.walk()) : .bfloat16(parts.walk())
  }

  /// Seed of this step's dropout.
  var dropSeed: UInt64 = 0 {
    didSet {
      switch walk {
      case .float32(var walk):
        walk.dropSeed = dropSeed
        self.walk = .float32(walk)
      case .bfloat16(var walk):
        walk.dropSeed = dropSeed
        self.walk = .bfloat16(walk)
      }
    }
  }

  /// The channel that a lane stands for; padding lanes give numbers past the last channel.
  func channel(ofLane lane: Int) -> Int {
    switch walk {
    case .float32: lane / 8 * 8 + Float.channel(ofLane: lane % 8)
    case .bfloat16: lane / 8 * 8 + BFloat16.channel(ofLane: lane % 8)
    }
  }

  /// Walks all items of `phase` on the team.
  func run(_ phase: Phase) {
    self.phase = phase
    if phase == .statistics || phase == .gradientSums {
      memset(sums, 0, team.threads * input.laneCount * 2 * MemoryLayout<Double>.size)
    }
    team.run(self)
  }

  override func run(part: Int, of parts: Int) {
    let items = Team.share(of: input.itemCount, part: part, of: parts)
    switch walk {
    case .float32(let walk): for item in items { walk.run(phase, item: item, part: part) }
    case .bfloat16(let walk): for item in items { walk.run(phase, item: item, part: part) }
    }
  }

  /// The two sums of a lane over all threads.
  func total(ofLane lane: Int) -> (first: Double, second: Double) {
    var first = 0.0
    var second = 0.0
    for part in 0..<team.threads {
      let target = sums + (part * input.laneCount + lane / 8 * 8) * 2
      first += target[lane % 8]
      second += target[lane % 8 + 8]
    }
    return (first, second)
  }
}

/// What a walk is made of, before its number type is known.
private struct Parts {
  let operations: TileOperations
  let source: Activation
  let result: Activation
  let inputSlope: Float?
  let gradients: GradientBuffers?
  let factors: TileFactors
  let sums: UnsafeMutablePointer<Double>
  let scratch: UnsafeMutablePointer<Float>
  let scratchStride: Int

  func walk<Scalar: LaneScalar>() -> TileWalk<Scalar> {
    let input = TileGeometry(source.form, batch: source.batch)
    return TileWalk(
      operations: operations, input: input,
      output: TileGeometry(result.form, batch: result.batch), inputSlope: inputSlope, source: source.buffer.view(),
      result: result.buffer.view(), resultGradient: gradients?.result.view(),
      sourceGradient: gradients?.source.view(), factors: factors, sums: sums, scratch: scratch,
      scratchStride: scratchStride, isWide: isWide(input))
  }

  /// The loops for wide vectors know tiles of 16 channels, and no pooling but the usual one.
  private func isWide(_ input: TileGeometry) -> Bool {
    ProcessorInfo.usesWideTiles && input.groupsPerBlock == 2 && operations.pool?.isPair != false
  }
}
