/// One stored array of a network: its name in the model file, its shape and its part in the layer.
public struct ParameterSpec: Hashable, Sendable {
  /// What the array is for.
  public enum Role: String, Hashable, Sendable {
    /// Convolution [filters, channels, rows, columns] or dense [outputs, inputs].
    case weight
    case bias
    /// Factor of a batch normalisation, one per channel.
    case scale
    /// Offset of a batch normalisation, one per channel.
    case shift
    /// Running statistics of a batch normalisation: not learned, but stored.
    case mean, variance

    /// Whether the optimiser changes the array.
    public var isLearned: Bool { self != .mean && self != .variance }
  }

  /// The name in the model file, such as `conv1.weight`.
  public let name: String
  /// The index of the layer in `ModelSpec.layers`.
  public let layer: Int
  public let role: Role
  public let shape: [Int]

  /// The number of values.
  public var count: Int { shape.reduce(1, *) }
}
