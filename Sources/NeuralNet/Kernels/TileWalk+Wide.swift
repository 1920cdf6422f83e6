internal import COneDNN

extension TileWalk {
  /// Walks over one item, each tile in one call of a loop for vectors of 16 numbers.
  func runWide(_ phase: TileKernel.Phase, item: Int, part: Int) {
    var drop = DropStream(operations.drop, seed: dropSeed, item: item)
    for block in 0..<input.blockCount {
      var tile = wideTile(block: block, &drop)
      let from = input.offset(item: item, block: block)
      let to = output.offset(item: item, block: block)
      let sums = sums + (part &* input.laneCount &+ block &* 16) &* 2
      switch phase {
      case .statistics: inkling_tile_statistics(&tile, source + from, sums)
      case .apply: inkling_tile_apply(&tile, source + from, result + to)
      case .gradientSums:
        guard let resultGradient else { return }
        inkling_tile_gradient_sums(&tile, source + from, resultGradient + to, sums)
      case .gradientApply:
        guard let resultGradient, let sourceGradient else { return }
        inkling_tile_gradient_apply(&tile, source + from, resultGradient + to, sourceGradient + from)
      }
    }
  }

  /// What happens to a block of 16 channels.
  @inline(__always)
  private func wideTile(block: Int, _ drop: inout DropStream) -> inkling_tile {
    let channel = block &* 16
    var tile = inkling_tile()
    tile.factor = UnsafePointer(factors.factor + channel)
    tile.offset = UnsafePointer(factors.offset + channel)
    tile.gradientFactor = UnsafePointer(factors.gradientFactor + channel)
    tile.inputFactor = UnsafePointer(factors.inputFactor + channel)
    tile.gradientOffset = UnsafePointer(factors.gradientOffset + channel)
    tile.slope = operations.slope ?? 1
    tile.inputSlope = inputSlope ?? 1
    tile.height = input.height
    tile.width = input.width
    tile.hasPairs = operations.pool == nil ? 0 : 1
    tile.isHalf = Scalar.type == .bfloat16 ? 1 : 0
    tile.dropMode = drop.mode.rawValue
    guard drop.mode != .nothing else { return tile }
    tile.dropThreshold = drop.thresholds[0]
    tile.dropFactor = drop.factor
    withUnsafeMutableBytes(of: &tile.dropState) { states in
      for half in 0..<2 {
        drop.seed(block &* 2 &+ half)
        states.storeBytes(of: drop.state, toByteOffset: half &* 32, as: SIMD8<UInt32>.self)
      }
    }
    return tile
  }
}
