/// What happens, in this order, between one convolution or dense layer and the next: y = drop(pool(relu(a·x + b))).
struct TileOperations: Hashable {
  /// A pooling window over pictures.
  struct Pool: Hashable {
    var isMaximum: Bool
    var height: Int
    var width: Int
    var stride: Int

    /// The usual pooling: the larger of 2 × 2, windows side by side.
    var isPair: Bool { isMaximum && height == 2 && width == 2 && stride == 2 }

    /// Pixels of a window.
    var count: Int { height * width }
  }

  /// Random zeroing while training.
  struct Drop: Hashable {
    var rate: Float
    /// Whole channels instead of single values.
    var isSpatial: Bool
  }

  /// The batch normalisation's layer index; nil without one.
  var normalization: Int?
  /// The factor for negative values; nil without an activation.
  var slope: Float?
  var pool: Pool?
  var drop: Drop?

  /// Whether nothing happens at all.
  var isEmpty: Bool { normalization == nil && slope == nil && pool == nil && drop == nil }

  /// Takes over `layer` if it may follow what is there; false if a new group must begin.
  mutating func absorb(_ layer: LayerSpec, index: Int, input: TensorShape) -> Bool {
    switch layer {
    case .batchNormalization where normalization == nil && slope == nil && pool == nil && drop == nil:
      normalization = index
    case .relu where slope == nil && pool == nil && drop == nil: slope = 0
    case .leakyRelu(let factor) where slope == nil && pool == nil && drop == nil: slope = factor
    case .maxPool(let size, let stride) where pool == nil && drop == nil:
      pool = Pool(isMaximum: true, height: size, width: size, stride: stride)
    case .averagePool(let size, let stride) where pool == nil && drop == nil:
      pool = Pool(isMaximum: false, height: size, width: size, stride: stride)
    case .globalAveragePool where pool == nil && drop == nil:
      guard case .picture(_, let height, let width) = input else { return false }
      pool = Pool(isMaximum: false, height: height, width: width, stride: max(height, width))
    case .dropout(let rate) where drop == nil: drop = Drop(rate: rate, isSpatial: false)
    case .spatialDropout(let rate) where drop == nil: drop = Drop(rate: rate, isSpatial: true)
    default: return false
    }
    return true
  }
}
