extension TileWalk {
  /// Sums values and squares per channel.
  func addStatistics(item: Int, part: Int) {
    for block in 0..<input.blockCount {
      let base = source + input.offset(item: item, block: block)
      for group in 0..<input.groupsPerBlock {
        let (sum, squares) = statistics(
          base + group * 8, pixels: input.pixels(ofItem: item), lanes: input.lanes(inBlock: block))
        add(sum, squares, part: part, group: block * input.groupsPerBlock + group)
      }
    }
  }

  @inline(__always)
  private func statistics(_ base: UnsafePointer<Scalar>, pixels: Int, lanes: Int) -> (SIMD8<Float>, SIMD8<Float>) {
    var sum = SIMD8<Float>()
    var squares = SIMD8<Float>()
    let stride = input.pixelStride
    var pointer = base
    // Two loops, so that the usual one has no test for missing lanes.
    if lanes == 8 {
      for _ in 0..<pixels {
        let value = Scalar.load(pointer)
        sum += value
        squares += value * value
        pointer += stride
      }
    } else {
      for _ in 0..<pixels {
        let value = Scalar.load(pointer, count: lanes)
        sum += value
        squares += value * value
        pointer += stride
      }
    }
    return (sum, squares)
  }

  /// Adds two sums of eight channels to those of this thread.
  @inline(__always)
  func add(_ first: SIMD8<Float>, _ second: SIMD8<Float>, part: Int, group: Int) {
    let target = sums + (part &* input.laneCount &+ group &* 8) &* 2
    for lane in 0..<8 {
      target[lane] += Double(first[lane])
      target[lane + 8] += Double(second[lane])
    }
  }

  /// Writes the result of one item.
  func apply(item: Int) {
    var drop = DropStream(operations.drop, seed: dropSeed, item: item)
    for block in 0..<input.blockCount {
      for group in 0..<input.groupsPerBlock {
        let from = source + (input.offset(item: item, block: block) &+ group &* 8)
        let to = result + (output.offset(item: item, block: block) &+ group &* 8)
        let affine = affine(block: block, group: group)
        drop.startGroup(block &* input.groupsPerBlock &+ group)
        if let pool = operations.pool {
          applyPool(pool, affine, from: from, to: to, &drop)
        } else {
          let pixels = input.pixels(ofItem: item)
          let lanes = input.lanes(inBlock: block)
          if lanes == 8 {
            applyPixels(pixels, lanes: 8, affine, from: from, to: to, &drop)
          } else {
            applyPixels(pixels, lanes: lanes, affine, from: from, to: to, &drop)
          }
        }
      }
    }
  }

  /// The factors of a group of channels.
  @inline(__always)
  func affine(block: Int, group: Int) -> Affine {
    let channel = (block &* input.groupsPerBlock &+ group) &* 8
    return Affine(
      factor: factors.factor + channel, offset: factors.offset + channel, slope: operations.slope ?? 1)
  }

  @inline(__always)
  private func applyPixels(
    _ pixels: Int, lanes: Int, _ affine: Affine, from: UnsafePointer<Scalar>, to: UnsafeMutablePointer<Scalar>,
    _ drop: inout DropStream
  ) {
    let stride = input.pixelStride
    var index = 0
    for _ in 0..<pixels {
      Scalar.store(drop(affine(Scalar.load(from + index, count: lanes))), to: to + index, count: lanes)
      index &+= stride
    }
  }

  @inline(__always)
  private func applyPool(
    _ pool: TileOperations.Pool, _ affine: Affine, from: UnsafePointer<Scalar>, to: UnsafeMutablePointer<Scalar>,
    _ drop: inout DropStream
  ) {
    let stride = input.pixelStride
    let rowStride = input.width &* stride
    var target = to
    for row in 0..<output.height {
      var corner = from + row &* pool.stride &* rowStride
      for _ in 0..<output.width {
        let value =
          pool.isPair ? largestOfPair(corner, affine, stride, rowStride) : pooled(pool, corner, affine, rowStride)
        Scalar.store(drop(value), to: target)
        target += stride
        corner += pool.stride &* stride
      }
    }
  }

  @inline(__always)
  private func largestOfPair(_ corner: UnsafePointer<Scalar>, _ affine: Affine, _ stride: Int, _ rowStride: Int)
    -> SIMD8<Float>
  {
    let below = corner + rowStride
    let top = larger(affine(Scalar.load(corner)), affine(Scalar.load(corner + stride)))
    return larger(top, larger(affine(Scalar.load(below)), affine(Scalar.load(below + stride))))
  }

  private func pooled(
    _ pool: TileOperations.Pool, _ corner: UnsafePointer<Scalar>, _ affine: Affine, _ rowStride: Int
  ) -> SIMD8<Float> {
    var largest = affine(Scalar.load(corner))
    var sum = SIMD8<Float>()
    for row in 0..<pool.height {
      for column in 0..<pool.width {
        let value = affine(Scalar.load(corner + (row &* rowStride &+ column &* input.pixelStride)))
        largest = larger(largest, value)
        sum += value
      }
    }
    return pool.isMaximum ? largest : sum * (1 / Float(pool.count))
  }
}
