/// What is shown about the model in use.
public struct ModelFacts: Equatable, Sendable {
  public var name: String
  public var parameters: Int
  public var multiplyAdds: Int
  /// Bytes of the weights.
  public var bytes: Int
  /// Share of the MNIST test digits that are read right; nil where it was never measured.
  public var accuracy: Double?
  /// Share of drawings by other people that are read right.
  public var drawnAccuracy: Double?
  /// From which probability an answer counts as sure; nil where the model has no threshold.
  public var sureFrom: Double?

  /// Takes everything as it is.
  public init(
    name: String, parameters: Int, multiplyAdds: Int, bytes: Int, accuracy: Double? = nil,
    drawnAccuracy: Double? = nil, sureFrom: Double? = nil
  ) {
    self.name = name
    self.parameters = parameters
    self.multiplyAdds = multiplyAdds
    self.bytes = bytes
    self.accuracy = accuracy
    self.drawnAccuracy = drawnAccuracy
    self.sureFrom = sureFrom
  }
}
