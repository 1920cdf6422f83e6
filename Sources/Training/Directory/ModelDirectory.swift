import FoundationEssentials
public import NeuralNet

/// A directory that holds one model: weights, numbers, history, settings, card and figures.
public struct ModelDirectory: Equatable, Sendable {
  public let path: String

  /// Names a directory, which need not exist.
  public init(_ path: String) { self.path = path }

  /// The weights, `model.safetensors`.
  public var weights: String { file("model.safetensors") }
  /// How the model did on the test set, `metrics.json`.
  public var metrics: String { file("metrics.json") }
  /// What happened epoch by epoch, `history.json`.
  public var history: String { file("history.json") }
  /// How the model was trained, `config.json`.
  public var configuration: String { file("config.json") }
  /// The model card, `README.md`.
  public var card: String { file("README.md") }
  /// Where a run can be taken up, `checkpoint.inkling`.
  public var checkpoint: String { file(Checkpoint.fileName) }

  /// Whether a run that came to `epochs` epochs has written all its results: the history is the last of them.
  public func isComplete(afterEpochs epochs: Int) -> Bool {
    FilePath(weights).isFile && storedHistory?.epochs == epochs
  }

  /// What `history.json` says; nil where it is missing or damaged.
  public var storedHistory: History? {
    guard let bytes = try? Data(contentsOf: URL(filePath: history)) else { return nil }
    return try? JSONDecoder().decode(History.self, from: bytes)
  }

  /// What `metrics.json` says; nil where it is missing or damaged.
  public var storedMetrics: ModelMetrics? {
    guard let bytes = try? Data(contentsOf: URL(filePath: metrics)) else { return nil }
    return try? JSONDecoder().decode(ModelMetrics.self, from: bytes)
  }

  /// What `config.json` says; nil where it is missing or damaged.
  public var storedConfiguration: RunConfiguration? {
    guard let bytes = try? Data(contentsOf: URL(filePath: configuration)) else { return nil }
    return try? JSONDecoder().decode(RunConfiguration.self, from: bytes)
  }

  /// Writes the settings of a run that begins.
  public func write(_ configuration: RunConfiguration) throws(FileError) {
    try AtomicFile.write(JSONText.text(of: configuration), to: self.configuration)
  }

  /// Writes the results of a run: weights first, history last.
  public func write(
    _ model: Model, metrics: ModelMetrics, history: History, card: ModelCard
  ) throws(ModelFileError) {
    try model.save(path: weights)
    do throws(FileError) {
      try AtomicFile.write(JSONText.text(of: metrics), to: self.metrics)
      try AtomicFile.write(card.text, to: self.card)
      try AtomicFile.write(JSONText.text(of: history), to: self.history)
    } catch {
      throw .file(error)
    }
  }

  private func file(_ name: String) -> String { FilePath(path).appending(name) }
}
