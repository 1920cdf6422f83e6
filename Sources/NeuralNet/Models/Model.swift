/// A network with its weights: an immutable value that may cross threads.
public struct Model: Equatable, Sendable {
  public let spec: ModelSpec
  public var metadata: ModelMetadata
  /// One tensor for each of `spec.parameters`, in the same order.
  public let tensors: [Tensor]

  /// Takes weights that match `spec.parameters` in number and shape.
  public init(spec: ModelSpec, metadata: ModelMetadata, tensors: [Tensor]) {
    precondition(
      tensors.map(\.shape) == spec.parameters.map(\.shape), "tensors \(tensors.map(\.shape)) do not fit the spec")
    self.spec = spec
    self.metadata = metadata
    self.tensors = tensors
  }

  /// Fresh weights: He initialisation for weights, 0 for biases and shifts, 1 for factors and variances.
  public init(initializing spec: ModelSpec, metadata: ModelMetadata, seed: UInt64) {
    let tensors = spec.parameters.enumerated().map { index, parameter in
      switch parameter.role {
      case .weight:
        var generator = SeededGenerator(seed: seed, stream: .initialization, index: UInt64(index))
        let fanIn = parameter.shape.dropFirst().reduce(1, *)
        let deviation = (2 / Float(fanIn)).squareRoot()
        return Tensor(
          shape: parameter.shape,
          values: (0..<parameter.count).map { _ in generator.nextNormal() * deviation })
      case .bias, .shift, .mean:
        return Tensor(shape: parameter.shape, values: [Float](repeating: 0, count: parameter.count))
      case .scale, .variance:
        return Tensor(shape: parameter.shape, values: [Float](repeating: 1, count: parameter.count))
      }
    }
    self.init(spec: spec, metadata: metadata, tensors: tensors)
  }
}
