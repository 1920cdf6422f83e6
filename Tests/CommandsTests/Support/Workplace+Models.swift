import Foundation
import NeuralNet

extension Workplace {
  /// Writes a model that has learned nothing, and gives its directory.
  @discardableResult
  func model(
    _ name: String = "model", seed: UInt64 = 1, network: String = "flatten, dense 10", leastConfidence: Float? = nil
  ) throws -> String {
    var metadata = ModelMetadata(name: name)
    metadata.thresholds["confidence"] = leastConfidence
    let spec = try ModelSpec(text: network)
    metadata.labels = (0..<spec.output.count).map(String.init)
    let model = Model(initializing: spec, metadata: metadata, seed: seed)
    let path = try write("", to: "\(name)/model.safetensors")
    try model.save(path: path)
    return file(name)
  }

  /// The lines of a text as JSON objects.
  static func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }
}
