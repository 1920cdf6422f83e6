/// A named array of a model, in the plain row-major order of its shape.
public struct Tensor: Equatable, Sendable {
  public let shape: [Int]
  public let values: [Float]

  /// `values` must have as many elements as `shape` asks for.
  public init(shape: [Int], values: [Float]) {
    precondition(values.count == shape.reduce(1, *), "\(values.count) values for shape \(shape)")
    self.shape = shape
    self.values = values
  }
}
