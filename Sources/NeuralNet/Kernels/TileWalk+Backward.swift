internal import Glibc

extension TileWalk {
  /// Carries the gradient of one item from result to source, either to sum it per channel or to write it.
  func propagate(item: Int, part: Int, isSumming: Bool) {
    guard let resultGradient, let sourceGradient else { return }
    var drop = DropStream(operations.drop, seed: dropSeed, item: item)
    let pixels = input.pixels(ofItem: item)
    for block in 0..<input.blockCount {
      let lanes = input.lanes(inBlock: block)
      for group in 0..<input.groupsPerBlock {
        let from = input.offset(item: item, block: block) &+ group &* 8
        let channels = GradientGroup(
          self, block: block, group: group, values: source + from,
          incoming: resultGradient + (output.offset(item: item, block: block) &+ group &* 8),
          outgoing: sourceGradient + from)
        drop.startGroup(block &* input.groupsPerBlock &+ group)
        guard isSumming else {
          write(channels, pixels: pixels, lanes: lanes, part: part, &drop)
          continue
        }
        let sums = sum(channels, pixels: pixels, lanes: lanes, part: part, &drop)
        add(sums.gradients, sums.products, part: part, group: block &* input.groupsPerBlock &+ group)
      }
    }
  }

  @inline(__always)
  private func sum(
    _ channels: GradientGroup<Scalar>, pixels: Int, lanes: Int, part: Int, _ drop: inout DropStream
  ) -> GradientSums {
    guard let pool = operations.pool else {
      return lanes == 8
        ? sumPixels(channels, pixels, lanes: 8, &drop) : sumPixels(channels, pixels, lanes: lanes, &drop)
    }
    if pool.isPair { return sumPairs(channels, &drop) }
    let tile = unpool(pool, channels, part: part, &drop)
    var sums = GradientSums()
    for pixel in 0..<input.pixelCount {
      sums.add(Float.load(tile + pixel &* 8), at: Scalar.load(channels.values + pixel &* input.pixelStride))
    }
    return sums
  }

  @inline(__always)
  private func write(
    _ channels: GradientGroup<Scalar>, pixels: Int, lanes: Int, part: Int, _ drop: inout DropStream
  ) {
    guard let pool = operations.pool else {
      if lanes == 8 {
        writePixels(channels, pixels, lanes: 8, &drop)
      } else {
        writePixels(channels, pixels, lanes: lanes, &drop)
      }
      return
    }
    if pool.isPair { return writePairs(channels, &drop) }
    let tile = unpool(pool, channels, part: part, &drop)
    for pixel in 0..<input.pixelCount {
      writeOne(channels, pixel, Float.load(tile + pixel &* 8))
    }
  }

  @inline(__always)
  private func writeOne(_ channels: GradientGroup<Scalar>, _ pixel: Int, _ gradient: SIMD8<Float>) {
    let index = pixel &* input.pixelStride
    let value = Scalar.load(channels.values + index)
    Scalar.store(channels.sourceGradient(gradient, at: value), to: channels.outgoing + index)
  }

  // MARK: - No pooling

  @inline(__always)
  private func sumPixels(_ channels: GradientGroup<Scalar>, _ pixels: Int, lanes: Int, _ drop: inout DropStream)
    -> GradientSums
  {
    let stride = input.pixelStride
    var sums = GradientSums()
    var index = 0
    for _ in 0..<pixels {
      let value = Scalar.load(channels.values + index, count: lanes)
      let incoming = drop(Scalar.load(channels.incoming + index, count: lanes))
      sums.add(channels.affine.gradient(incoming, at: channels.affine.linear(value)), at: value)
      index &+= stride
    }
    return sums
  }

  @inline(__always)
  private func writePixels(_ channels: GradientGroup<Scalar>, _ pixels: Int, lanes: Int, _ drop: inout DropStream) {
    let stride = input.pixelStride
    var index = 0
    for _ in 0..<pixels {
      let value = Scalar.load(channels.values + index, count: lanes)
      let incoming = drop(Scalar.load(channels.incoming + index, count: lanes))
      let gradient = channels.affine.gradient(incoming, at: channels.affine.linear(value))
      Scalar.store(channels.sourceGradient(gradient, at: value), to: channels.outgoing + index, count: lanes)
      index &+= stride
    }
  }

  // MARK: - 2 × 2 maximum, the usual pooling

  @inline(__always)
  private func sumPairs(_ channels: GradientGroup<Scalar>, _ drop: inout DropStream) -> GradientSums {
    let stride = input.pixelStride
    var sums = GradientSums()
    var incoming = channels.incoming
    for row in 0..<output.height {
      var corner = row &* 2 &* input.width &* stride
      for _ in 0..<output.width {
        let window = PairWindow(channels, corner: corner, stride: stride, rowStride: input.width &* stride)
        let gradient = channels.affine.gradient(drop(Scalar.load(incoming)), at: window.largest)
        sums.add(gradient, at: window.valueOfLargest)
        incoming += stride
        corner &+= 2 &* stride
      }
    }
    return sums
  }

  @inline(__always)
  private func writePairs(_ channels: GradientGroup<Scalar>, _ drop: inout DropStream) {
    let stride = input.pixelStride
    let rowStride = input.width &* stride
    var incoming = channels.incoming
    for row in 0..<output.height {
      var corner = row &* 2 &* rowStride
      for _ in 0..<output.width {
        let window = PairWindow(channels, corner: corner, stride: stride, rowStride: rowStride)
        let gradient = channels.affine.gradient(drop(Scalar.load(incoming)), at: window.largest)
        window.spread(gradient, channels, corner: corner, stride: stride, rowStride: rowStride)
        incoming += stride
        corner &+= 2 &* stride
      }
    }
    writeUncovered(channels)
  }

  /// The last row and column of a picture with an odd size are in no window.
  private func writeUncovered(_ channels: GradientGroup<Scalar>) {
    let zero = SIMD8<Float>()
    if input.width % 2 == 1 {
      for row in 0..<input.height { writeOne(channels, row &* input.width &+ input.width &- 1, zero) }
    }
    if input.height % 2 == 1 {
      for column in 0..<input.width { writeOne(channels, (input.height &- 1) &* input.width &+ column, zero) }
    }
  }

  // MARK: - Any other pooling

  /// Spreads the gradient of the windows over a tile of scratch memory.
  private func unpool(
    _ pool: TileOperations.Pool, _ channels: GradientGroup<Scalar>, part: Int, _ drop: inout DropStream
  ) -> UnsafeMutablePointer<Float> {
    let tile = scratch + part &* scratchStride
    memset(tile, 0, input.pixelCount &* 32)
    var incoming = channels.incoming
    for row in 0..<output.height {
      for column in 0..<output.width {
        let gradient = drop(Scalar.load(incoming))
        let corner = row &* pool.stride &* input.width &+ column &* pool.stride
        if pool.isMaximum {
          spreadMaximum(gradient, over: pool, corner: corner, channels, tile)
        } else {
          spreadMean(gradient, over: pool, corner: corner, channels, tile)
        }
        incoming += output.pixelStride
      }
    }
    return tile
  }

  @inline(__always)
  private func linear(_ channels: GradientGroup<Scalar>, _ pixel: Int) -> SIMD8<Float> {
    channels.affine.linear(Scalar.load(channels.values + pixel &* input.pixelStride))
  }

  private func spreadMaximum(
    _ gradient: SIMD8<Float>, over pool: TileOperations.Pool, corner: Int, _ channels: GradientGroup<Scalar>,
    _ tile: UnsafeMutablePointer<Float>
  ) {
    var largest = linear(channels, corner)
    for pixel in window(of: pool, corner: corner) { largest = larger(largest, linear(channels, pixel)) }
    var left = channels.affine.gradient(gradient, at: largest)
    for pixel in window(of: pool, corner: corner) {
      let share = SIMD8<Float>().replacing(with: left, where: linear(channels, pixel) .== largest)
      left -= share
      Float.store(Float.load(tile + pixel &* 8) + share, to: tile + pixel &* 8)
    }
  }

  private func spreadMean(
    _ gradient: SIMD8<Float>, over pool: TileOperations.Pool, corner: Int, _ channels: GradientGroup<Scalar>,
    _ tile: UnsafeMutablePointer<Float>
  ) {
    let share = gradient * (1 / Float(pool.count))
    for pixel in window(of: pool, corner: corner) {
      let through = channels.affine.gradient(share, at: linear(channels, pixel))
      Float.store(Float.load(tile + pixel &* 8) + through, to: tile + pixel &* 8)
    }
  }

  /// The pixels of a window, row by row.
  @inline(__always)
  private func window(of pool: TileOperations.Pool, corner: Int) -> some Sequence<Int> {
    (0..<pool.count).lazy.map { corner &+ $0 / pool.width &* input.width &+ $0 % pool.width }
  }
}
