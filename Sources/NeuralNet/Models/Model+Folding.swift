extension Model {
  /// The same function with fewer layers: dropout is gone, and batch normalisation is folded into the convolution or
  /// dense layer before it, or into the dense layer after it, wherever that is exact.
  ///
  /// `keepsEmbedding` leaves what goes into the last layer as it is.
  public func foldedForInference(keepsEmbedding: Bool = false) -> Model {
    var folding = InferenceFolding(self, keepsEmbedding: keepsEmbedding)
    while folding.foldOne() {}
    return folding.model
  }
}

/// Removes layers one at a time while keeping the function of the network.
private struct InferenceFolding {
  private var layers: [(spec: LayerSpec, tensors: [Tensor])]
  private let original: Model
  private let keepsEmbedding: Bool

  init(_ model: Model, keepsEmbedding: Bool) {
    original = model
    self.keepsEmbedding = keepsEmbedding
    layers = model.spec.layers.enumerated().map { index, layer in
      (layer, zip(model.spec.parameters, model.tensors).filter { $0.0.layer == index }.map(\.1))
    }
    layers.removeAll { layer in
      switch layer.spec {
      case .dropout, .spatialDropout: true
      default: false
      }
    }
  }

  /// The network as far as it is folded.
  var model: Model {
    guard let spec = try? ModelSpec(input: original.spec.input, layers: layers.map(\.spec)) else { return original }
    return Model(spec: spec, metadata: original.metadata, tensors: layers.flatMap(\.tensors))
  }

  /// Folds the first batch normalisation that can be; false when none is left.
  mutating func foldOne() -> Bool {
    for index in layers.indices where layers[index].spec == .batchNormalization {
      if index > 0, foldBack(index) || foldForward(index) { return true }
    }
    return false
  }

  private func affine(_ index: Int) -> (factors: [Float], offsets: [Float]) {
    let tensors = layers[index].tensors.map(\.values)
    let factors = tensors[0].indices.map {
      tensors[0][$0] / (tensors[3][$0] + ModelSpec.batchNormalizationEpsilon).squareRoot()
    }
    return (factors, factors.indices.map { tensors[1][$0] - tensors[2][$0] * factors[$0] })
  }

  /// Scales the outputs of the layer before.
  private mutating func foldBack(_ index: Int) -> Bool {
    guard let biased = layers[index - 1].spec.withBias else { return false }
    let (factors, offsets) = affine(index)
    let tensors = layers[index - 1].tensors
    let weights = tensors[0]
    let perOutput = weights.values.count / factors.count
    let scaled = weights.values.indices.map { weights.values[$0] * factors[$0 / perOutput] }
    let biases = factors.indices.map { (tensors.count > 1 ? tensors[1].values[$0] : 0) * factors[$0] + offsets[$0] }
    layers[index - 1] = (
      biased, [Tensor(shape: weights.shape, values: scaled), Tensor(shape: [biases.count], values: biases)]
    )
    layers.remove(at: index)
    return true
  }

  /// Scales the inputs of the dense layer that follows, a flattened picture included.
  private mutating func foldForward(_ index: Int) -> Bool {
    var next = index + 1
    if next < layers.count, layers[next].spec == .flatten { next += 1 }
    guard next < layers.count, case .dense = layers[next].spec, let biased = layers[next].spec.withBias else {
      return false
    }
    if keepsEmbedding, next == layers.count - 1 { return false }
    let (factors, offsets) = affine(index)
    let tensors = layers[next].tensors
    let weights = tensors[0]
    let inputs = weights.shape[1]
    let perChannel = inputs / factors.count
    var scaled = weights.values
    var biases = tensors.count > 1 ? tensors[1].values : [Float](repeating: 0, count: weights.shape[0])
    for output in biases.indices {
      for input in 0..<inputs {
        let weight = weights.values[output * inputs + input]
        scaled[output * inputs + input] = weight * factors[input / perChannel]
        biases[output] += weight * offsets[input / perChannel]
      }
    }
    layers[next] = (
      biased, [Tensor(shape: weights.shape, values: scaled), Tensor(shape: [biases.count], values: biases)]
    )
    layers.remove(at: index)
    return true
  }
}

extension LayerSpec {
  /// The same layer with a bias; nil for layers without weights.
  fileprivate var withBias: LayerSpec? {
    switch self {
    case .convolution(let filters, let kernel, let stride, let padding, _):
      .convolution(filters: filters, kernel: kernel, stride: stride, padding: padding, bias: true)
    case .dense(let units, _): .dense(units: units, bias: true)
    default: nil
    }
  }
}
