internal import Glibc

/// Batch normalisation, ReLU, pooling and dropout in one walk over the batch, a tile (one block of channels of one
/// picture) at a time, so that everything between two convolutions happens while the tile is in the cache.
///
/// The backward walk computes the forward values again instead of storing masks and positions: the numbers are in the
/// cache anyway, and what is not written need not be read.
final class TileKernel<Scalar: LaneScalar>: ParallelTask {
  /// The walks that threads share.
  enum Phase {
    case statistics, apply, gradientSums, gradientApply
  }

  let operations: TileOperations
  let input: TileGeometry
  let output: TileGeometry
  /// The factor that the kernel before used for negative values, to be undone on the way back; nil without one.
  let inputSlope: Float?
  let team: Team
  var phase = Phase.apply
  /// Seed of this step's dropout.
  var dropSeed: UInt64 = 0

  let source: UnsafeMutablePointer<Scalar>
  let result: UnsafeMutablePointer<Scalar>
  /// Gradients of result and source; nil in inference.
  let resultGradient: UnsafeMutablePointer<Scalar>?
  let sourceGradient: UnsafeMutablePointer<Scalar>?

  /// Per channel, in the order of loaded lanes: y = factor · x + offset on the way forward.
  let factor: UnsafeMutablePointer<Float>
  let offset: UnsafeMutablePointer<Float>
  /// Per channel: dx = gradientFactor · dy + inputFactor · x + gradientOffset on the way back.
  let gradientFactor: UnsafeMutablePointer<Float>
  let inputFactor: UnsafeMutablePointer<Float>
  let gradientOffset: UnsafeMutablePointer<Float>
  /// Per thread and channel: two sums.
  let sums: UnsafeMutablePointer<Double>
  /// Per thread: gradients of a tile.
  private let scratch: UnsafeMutablePointer<Float>
  private let scratchStride: Int
  private let memory: Buffer
  let laneCount: Int

  init(
    _ operations: TileOperations, from source: Activation, to result: Activation, inputSlope: Float?, team: Team,
    gradients: (source: Buffer, result: Buffer)? = nil
  ) throws(KernelError) {
    self.operations = operations
    self.inputSlope = inputSlope
    self.team = team
    input = TileGeometry(source.form, batch: source.batch)
    output = TileGeometry(result.form, batch: result.batch)
    self.source = source.buffer.view()
    self.result = result.buffer.view()
    resultGradient = gradients?.result.view()
    sourceGradient = gradients?.source.view()
    laneCount = input.groupCount * 8
    scratchStride = gradients == nil ? 0 : (input.pixelCount * input.groupsPerBlock * 8 + 15) / 16 * 16
    let sumBytes = team.threads * laneCount * 2 * 8
    memory = try Buffer(byteCount: sumBytes + (laneCount * 5 + team.threads * scratchStride) * 4)
    sums = memory.view()
    factor = (memory.raw + sumBytes).assumingMemoryBound(to: Float.self)
    offset = factor + laneCount
    gradientFactor = offset + laneCount
    inputFactor = gradientFactor + laneCount
    gradientOffset = inputFactor + laneCount
    scratch = gradientOffset + laneCount
    super.init()
    for lane in 0..<laneCount {
      factor[lane] = 1
      gradientFactor[lane] = 1
    }
  }

  /// The channel that a lane stands for; padding lanes give numbers past the last channel.
  static func channel(ofLane lane: Int) -> Int { lane / 8 * 8 + Scalar.channel(ofLane: lane % 8) }

  /// Walks all items of `phase` on the team.
  func run(_ phase: Phase) {
    self.phase = phase
    if phase == .statistics || phase == .gradientSums {
      memset(sums, 0, team.threads * laneCount * 2 * MemoryLayout<Double>.size)
    }
    team.run(self)
  }

  override func run(part: Int, of parts: Int) {
    for item in Team.share(of: input.itemCount, part: part, of: parts) {
      switch phase {
      case .statistics: addStatistics(item: item, part: part)
      case .apply: apply(item: item)
      case .gradientSums: propagate(item: item, part: part, isSumming: true)
      case .gradientApply: propagate(item: item, part: part, isSumming: false)
      }
    }
  }

  private func addStatistics(item: Int, part: Int) {
    let pixels = input.pixels(ofItem: item)
    for block in 0..<input.blockCount {
      let lanes = input.lanes(inBlock: block)
      let base = source + input.offset(item: item, block: block)
      for group in 0..<input.groupsPerBlock {
        var sum = SIMD8<Float>()
        var squares = SIMD8<Float>()
        var pointer = base + group * 8
        for _ in 0..<pixels {
          let value = Scalar.load(pointer, count: lanes)
          sum += value
          squares += value * value
          pointer += input.pixelStride
        }
        add(sum, squares, part: part, group: block * input.groupsPerBlock + group)
      }
    }
  }

  @inline(__always)
  private func add(_ first: SIMD8<Float>, _ second: SIMD8<Float>, part: Int, group: Int) {
    let target = sums + (part * laneCount + group * 8) * 2
    for lane in 0..<8 {
      target[lane] += Double(first[lane])
      target[lane + 8] += Double(second[lane])
    }
  }

  /// The two sums of a lane over all threads.
  func total(ofLane lane: Int) -> (first: Double, second: Double) {
    var first = 0.0
    var second = 0.0
    for part in 0..<team.threads {
      let target = sums + (part * laneCount + lane / 8 * 8) * 2
      first += target[lane % 8]
      second += target[lane % 8 + 8]
    }
    return (first, second)
  }

  // MARK: - Forward

  private func apply(item: Int) {
    var drop = operations.drop.map { DropStream(seed: dropSeed, item: item, rate: $0.rate) }
    for block in 0..<input.blockCount {
      let from = source + input.offset(item: item, block: block)
      let to = result + output.offset(item: item, block: block)
      if let pool = operations.pool {
        applyPool(pool, block: block, from: from, to: to, drop: &drop)
      } else {
        applyPixels(input.pixels(ofItem: item), block: block, from: from, to: to, drop: &drop)
      }
    }
  }

  private func applyPixels(
    _ pixels: Int, block: Int, from: UnsafeMutablePointer<Scalar>, to: UnsafeMutablePointer<Scalar>,
    drop: inout DropStream?
  ) {
    let lanes = input.lanes(inBlock: block)
    let slope = operations.slope ?? 1
    for group in 0..<input.groupsPerBlock {
      let channel = (block * input.groupsPerBlock + group) * 8
      let affine = Affine(factor: factor + channel, offset: offset + channel, slope: slope)
      let channelMask = spatialMask(&drop)
      var index = group * 8
      for _ in 0..<pixels {
        let value = affine(Scalar.load(from + index, count: lanes)) * mask(channelMask, &drop)
        Scalar.store(value, to: to + index, count: lanes)
        index &+= input.pixelStride
      }
    }
  }

  private func applyPool(
    _ pool: TileOperations.Pool, block: Int, from: UnsafeMutablePointer<Scalar>, to: UnsafeMutablePointer<Scalar>,
    drop: inout DropStream?
  ) {
    let slope = operations.slope ?? 1
    for group in 0..<input.groupsPerBlock {
      let channel = (block * input.groupsPerBlock + group) * 8
      let affine = Affine(factor: factor + channel, offset: offset + channel, slope: slope)
      let channelMask = spatialMask(&drop)
      var target = to + group * 8
      for row in 0..<output.height {
        for column in 0..<output.width {
          let corner =
            from + (row &* pool.stride &* input.width &+ column &* pool.stride) &* input.pixelStride + group &* 8
          let value = pooled(pool, at: corner, affine) * mask(channelMask, &drop)
          Scalar.store(value, to: target)
          target += output.pixelStride
        }
      }
    }
  }

  @inline(__always)
  private func pooled(_ pool: TileOperations.Pool, at corner: UnsafeMutablePointer<Scalar>, _ affine: Affine)
    -> SIMD8<Float>
  {
    let step = input.pixelStride
    let rowStep = input.width &* step
    if pool.isMaximum && pool.size == 2 {
      let top = larger(affine(Scalar.load(corner)), affine(Scalar.load(corner + step)))
      let below = corner + rowStep
      return larger(top, larger(affine(Scalar.load(below)), affine(Scalar.load(below + step))))
    }
    var value = affine(Scalar.load(corner))
    for row in 0..<pool.size {
      for column in (row == 0 ? 1 : 0)..<max(pool.size, row == 0 ? 1 : 0) {
        let next = affine(Scalar.load(corner + row &* rowStep + column &* step))
        value = pool.isMaximum ? larger(value, next) : value + next
      }
    }
    return pool.isMaximum ? value : value * (1 / Float(pool.size * pool.size))
  }

  /// The factors of a whole channel; nil when single values are dropped or nothing is.
  @inline(__always)
  private func spatialMask(_ drop: inout DropStream?) -> SIMD8<Float>? {
    guard let rule = operations.drop else { return SIMD8(repeating: 1) }
    return rule.isSpatial ? drop?.next() : nil
  }

  @inline(__always)
  private func mask(_ channelMask: SIMD8<Float>?, _ drop: inout DropStream?) -> SIMD8<Float> {
    channelMask ?? drop?.next() ?? SIMD8(repeating: 1)
  }

  // MARK: - Backward

  /// Carries the gradient of one item from result to source, either to sum it per channel or to write it.
  private func propagate(item: Int, part: Int, isSumming: Bool) {
    guard let resultGradient, let sourceGradient else { return }
    var drop = operations.drop.map { DropStream(seed: dropSeed, item: item, rate: $0.rate) }
    let pixels = input.pixels(ofItem: item)
    let tile = scratch + part * scratchStride
    for block in 0..<input.blockCount {
      let from = input.offset(item: item, block: block)
      let gradient = resultGradient + output.offset(item: item, block: block)
      for group in 0..<input.groupsPerBlock {
        let values = source + from + group * 8
        if let pool = operations.pool {
          unpool(pool, block: block, group: group, gradient: gradient + group * 8, values: values, tile, &drop)
        } else {
          gatherPixels(pixels, block: block, group: group, gradient + group * 8, values, tile, &drop)
        }
        if isSumming {
          addGradients(pixels, block: block, group: group, values: values, tile, part: part)
        } else {
          writeGradients(
            pixels, block: block, group: group, values: values, tile, to: sourceGradient + from + group * 8)
        }
      }
    }
  }

  private func gatherPixels(
    _ pixels: Int, block: Int, group: Int, _ gradient: UnsafeMutablePointer<Scalar>,
    _ values: UnsafeMutablePointer<Scalar>, _ tile: UnsafeMutablePointer<Float>, _ drop: inout DropStream?
  ) {
    let lanes = input.lanes(inBlock: block)
    let channel = (block * input.groupsPerBlock + group) * 8
    let affine = Affine(factor: factor + channel, offset: offset + channel, slope: operations.slope ?? 1)
    let channelMask = spatialMask(&drop)
    var index = 0
    var target = tile
    for _ in 0..<pixels {
      let incoming = Scalar.load(gradient + index, count: lanes) * mask(channelMask, &drop)
      let value = affine.linear(Scalar.load(values + index, count: lanes))
      Float.store(affine.gradient(incoming, at: value), to: target)
      index &+= input.pixelStride
      target += 8
    }
  }

  private func unpool(
    _ pool: TileOperations.Pool, block: Int, group: Int, gradient: UnsafeMutablePointer<Scalar>,
    values: UnsafeMutablePointer<Scalar>, _ tile: UnsafeMutablePointer<Float>, _ drop: inout DropStream?
  ) {
    let channel = (block * input.groupsPerBlock + group) * 8
    let affine = Affine(factor: factor + channel, offset: offset + channel, slope: operations.slope ?? 1)
    let channelMask = spatialMask(&drop)
    let isTiling = pool.size == 2 && pool.stride == 2 && pool.isMaximum
    if !isTiling || input.height % 2 + input.width % 2 > 0 { memset(tile, 0, input.pixelCount * 32) }
    var incoming = gradient
    for row in 0..<output.height {
      for column in 0..<output.width {
        let value = Scalar.load(incoming) * mask(channelMask, &drop)
        let corner = row &* pool.stride &* input.width &+ column &* pool.stride
        if isTiling {
          spreadPair(value, corner: corner, values, tile, affine)
        } else if pool.isMaximum {
          spreadMaximum(value, size: pool.size, corner: corner, values, tile, affine)
        } else {
          spreadMean(value, size: pool.size, corner: corner, values, tile, affine)
        }
        incoming += output.pixelStride
      }
    }
  }

  /// A 2 × 2 window: its gradient goes to the first of the largest values.
  @inline(__always)
  private func spreadPair(
    _ value: SIMD8<Float>, corner: Int, _ values: UnsafeMutablePointer<Scalar>, _ tile: UnsafeMutablePointer<Float>,
    _ affine: Affine
  ) {
    let step = input.pixelStride
    let below = corner &+ input.width
    let first = affine.linear(Scalar.load(values + corner &* step))
    let second = affine.linear(Scalar.load(values + (corner &+ 1) &* step))
    let third = affine.linear(Scalar.load(values + below &* step))
    let fourth = affine.linear(Scalar.load(values + (below &+ 1) &* step))
    let top = larger(first, second)
    let bottom = larger(third, fourth)
    let largest = larger(top, bottom)
    let through = affine.gradient(value, at: largest)
    let zero = SIMD8<Float>()
    let inTop = top .== largest
    let atTop = zero.replacing(with: through, where: inTop)
    let atBottom = through.replacing(with: zero, where: inTop)
    let isFirst = first .== top
    let isThird = third .== bottom
    Float.store(zero.replacing(with: atTop, where: isFirst), to: tile + corner &* 8)
    Float.store(atTop.replacing(with: zero, where: isFirst), to: tile + (corner &+ 1) &* 8)
    Float.store(zero.replacing(with: atBottom, where: isThird), to: tile + below &* 8)
    Float.store(atBottom.replacing(with: zero, where: isThird), to: tile + (below &+ 1) &* 8)
  }

  private func spreadMaximum(
    _ value: SIMD8<Float>, size: Int, corner: Int, _ values: UnsafeMutablePointer<Scalar>,
    _ tile: UnsafeMutablePointer<Float>, _ affine: Affine
  ) {
    let step = input.pixelStride
    var largest = affine.linear(Scalar.load(values + corner * step))
    for row in 0..<size {
      for column in 0..<size {
        largest = larger(
          largest, affine.linear(Scalar.load(values + (corner + row * input.width + column) * step)))
      }
    }
    var left = affine.gradient(value, at: largest)
    for row in 0..<size {
      for column in 0..<size {
        let pixel = corner + row * input.width + column
        let isLargest = affine.linear(Scalar.load(values + pixel * step)) .== largest
        let share = SIMD8<Float>().replacing(with: left, where: isLargest)
        left -= share
        Float.store(Float.load(tile + pixel * 8) + share, to: tile + pixel * 8)
      }
    }
  }

  private func spreadMean(
    _ value: SIMD8<Float>, size: Int, corner: Int, _ values: UnsafeMutablePointer<Scalar>,
    _ tile: UnsafeMutablePointer<Float>, _ affine: Affine
  ) {
    let share = value * (1 / Float(size * size))
    for row in 0..<size {
      for column in 0..<size {
        let pixel = corner + row * input.width + column
        let linear = affine.linear(Scalar.load(values + pixel * input.pixelStride))
        Float.store(Float.load(tile + pixel * 8) + affine.gradient(share, at: linear), to: tile + pixel * 8)
      }
    }
  }

  private func addGradients(
    _ pixels: Int, block: Int, group: Int, values: UnsafeMutablePointer<Scalar>, _ tile: UnsafeMutablePointer<Float>,
    part: Int
  ) {
    let lanes = input.lanes(inBlock: block)
    var sum = SIMD8<Float>()
    var products = SIMD8<Float>()
    var index = 0
    var gradient = tile
    for _ in 0..<pixels {
      let value = Float.load(gradient)
      sum += value
      products += value * Scalar.load(values + index, count: lanes)
      index &+= input.pixelStride
      gradient += 8
    }
    add(sum, products, part: part, group: block * input.groupsPerBlock + group)
  }

  private func writeGradients(
    _ pixels: Int, block: Int, group: Int, values: UnsafeMutablePointer<Scalar>, _ tile: UnsafeMutablePointer<Float>,
    to target: UnsafeMutablePointer<Scalar>
  ) {
    let lanes = input.lanes(inBlock: block)
    let channel = (block * input.groupsPerBlock + group) * 8
    let zero = SIMD8<Float>()
    let below = SIMD8<Float>(repeating: inputSlope ?? 1)
    var index = 0
    var gradient = tile
    for _ in 0..<pixels {
      let value = Scalar.load(values + index, count: lanes)
      let linear =
        Float.load(gradientFactor + channel) * Float.load(gradient) + Float.load(inputFactor + channel) * value
        + Float.load(gradientOffset + channel)
      Scalar.store(linear.replacing(with: linear * below, where: value .<= zero), to: target + index, count: lanes)
      index &+= input.pixelStride
      gradient += 8
    }
  }
}

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
