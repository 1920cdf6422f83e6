/// One row of a table that shows a network.
public struct LayerSummary: Equatable, Sendable {
  /// The layer in the text form.
  public let text: String
  /// What the layer gives for one item.
  public let output: TensorShape
  /// The number of values that training changes.
  public let parameters: Int
  /// The number of values that are stored but not learned: running means and variances.
  public let statistics: Int
  /// Multiplications with addition of one forward pass on one item.
  public let multiplyAdds: Int
}

extension ModelSpec {
  /// One row for each layer.
  public var summary: [LayerSummary] { layers.indices.map(summary) }

  /// The number of all stored values: learned ones and running statistics.
  public var storedCount: Int { parameters.reduce(0) { $0 + $1.count } }

  private func summary(of index: Int) -> LayerSummary {
    let own = parameters.filter { $0.layer == index }
    let shape = shapes[index]
    let learned = own.filter(\.role.isLearned).reduce(0) { $0 + $1.count }
    let positions = shape.count / shape.channels
    return LayerSummary(
      text: layers[index].description, output: shape, parameters: learned,
      statistics: own.reduce(0) { $0 + $1.count } - learned,
      multiplyAdds: own.filter { $0.role == .weight }.reduce(0) { $0 + $1.count * positions })
  }
}
