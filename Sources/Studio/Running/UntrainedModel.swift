package import NeuralNet
import Recognition

/// A network as it is before it has learned anything: made on the fly, the same for the same seed.
package struct UntrainedModel: Equatable, Sendable {
  /// The name of a preset, or a network as text.
  package var network: String
  package var seed: UInt64

  /// What stands in lists.
  package static let name = "untrained"
  /// The network of the small models that are raced against each other.
  package static let usual = UntrainedModel(
    network: "flatten, dense 64, relu, dense 32, relu, dense 10", seed: 1)
  /// More weights than this nobody waits for.
  private static let mostParameters = 2_000_000

  /// Takes both as they are.
  package init(network: String, seed: UInt64) { (self.network, self.seed) = (network, seed) }

  /// The network that a path from `path` means; nil where it means a directory.
  package init?(path: String) {
    let parts = path.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == UntrainedModel.name, let seed = UInt64(parts[1]) else { return nil }
    self.init(network: String(parts[2]), seed: seed)
  }

  /// What stands in the place of a directory.
  package var path: String { "\(UntrainedModel.name):\(seed):\(network)" }

  /// The network, if it is one for digits and not too large.
  package var spec: ModelSpec? {
    guard network.utf8.count <= 2_000 else { return nil }
    let spec = Preset(rawValue: network)?.spec ?? (try? ModelSpec(text: network))
    guard let spec, spec.input.count == 784, spec.output == .vector(Probabilities.count),
      spec.parameterCount <= UntrainedModel.mostParameters
    else { return nil }
    return spec
  }

  /// The network with its first weights.
  package func model() throws -> Model {
    guard let spec else { throw ModelShelfError.notForDigits }
    // Chance is no reason to be sure.
    let metadata = ModelMetadata(name: UntrainedModel.name, thresholds: [Rejection.confidenceKey: 0.7])
    return Model(initializing: spec, metadata: metadata, seed: seed)
  }
}
