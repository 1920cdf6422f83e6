package import NeuralNet

/// What is shown about the model in use.
package struct ModelFacts: Equatable, Sendable {
  package var name: String
  package var parameters: Int
  package var multiplyAdds: Int
  /// Bytes of the weights.
  package var bytes: Int
  /// Share of the MNIST test digits that are read right; nil where it was never measured.
  package var accuracy: Double?
  /// Share of drawings by other people that are read right.
  package var drawnAccuracy: Double?
  /// From which probability an answer counts as sure; nil where the model has no threshold.
  package var sureFrom: Double?
  /// Its directory.
  package var directory = ""
  /// The layers of the network.
  package var layers: [LayerSummary] = []

  /// Takes everything as it is.
  package init(
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
