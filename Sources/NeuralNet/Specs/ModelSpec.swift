/// A network without weights: its input, its layers, and everything that follows from them.
///
/// Every shape is inferred when the value is made, so that a spec that exists fits together.
public struct ModelSpec: Hashable, Sendable {
  /// The shape of the input; a digit is 1 × 28 × 28.
  public let input: TensorShape
  public let layers: [LayerSpec]
  /// The output shape of each layer.
  public let shapes: [TensorShape]
  /// Every stored array, in layer order.
  public let parameters: [ParameterSpec]
  /// Multiplications with addition of one forward pass on one item.
  public let multiplyAdds: Int

  /// The shape of a digit as every preset takes it.
  public static let digit = TensorShape.picture(channels: 1, height: 28, width: 28)
  /// No array or activation of a network may have more values than this: a typed network must not eat the machine.
  static let largestCount = 1 << 26

  /// Added to the variance of a batch normalisation before its root is taken.
  public static let batchNormalizationEpsilon: Float = 1e-3

  /// Checks that `layers` fit together, from `input` to the last one.
  public init(input: TensorShape = ModelSpec.digit, layers: [LayerSpec]) throws(SpecError) {
    guard !layers.isEmpty else { throw .badNetwork(reason: "the network has no layers") }
    guard layers.count <= 200 else { throw .badNetwork(reason: "the network has more than 200 layers") }
    guard input.dimensions.allSatisfy({ (1...65536).contains($0) }), input.count <= ModelSpec.largestCount else {
      throw .badNetwork(reason: "the input of the network must have 1 to \(ModelSpec.largestCount) values")
    }
    self.input = input
    self.layers = layers
    var inference = ShapeInference(input: input)
    for layer in layers { try inference.append(layer) }
    shapes = inference.shapes
    parameters = inference.parameters
    multiplyAdds = inference.multiplyAdds
  }

  /// The shape of the output.
  public var output: TensorShape { shapes.last ?? input }

  /// The number of learned values.
  public var parameterCount: Int {
    parameters.filter(\.role.isLearned).reduce(0) { $0 + $1.count }
  }

  /// The shape that layer `index` receives.
  public func inputShape(of index: Int) -> TensorShape { index == 0 ? input : shapes[index - 1] }
}
