import DigitData
import Glibc
public import NeuralNet

/// Where a model that was fitted to a person's hand is kept: beside the user's other models, as `NAME (mine)`.
///
/// Learning again replaces it; what it replaced is put away once, so that undo brings it back.
public struct PersonalModel: Equatable, Sendable {
  private static let suffix = " (mine)"

  /// What it is called.
  public let name: String
  private let models: String

  /// The directory of the model.
  public var directory: ModelDirectory { ModelDirectory(FilePath(models).appending(name)) }

  /// The model of a user that follows from `base`, below the directory of the user's own models.
  public init(base: String, userModels: String) {
    name = base + PersonalModel.suffix
    models = userModels
  }

  /// The name of the model that `name` was fitted from; nil where it is none that was fitted.
  public static func base(of name: String) -> String? {
    name.hasSuffix(suffix) && name.count > suffix.count ? String(name.dropLast(suffix.count)) : nil
  }

  /// Writes the results of a lesson, whole or not at all.
  public func write(_ result: PersonalLesson.Result, base: String, program: String) throws(FileError) {
    try create(models)
    try create(place("new"))
    clear("new")
    try create(place("new"))
    let staged = ModelDirectory(place("new"))
    var model = result.model
    model.metadata.name = name
    do throws(ModelFileError) { try model.save(path: staged.weights) } catch {
      throw .unwritable(path: staged.weights, reason: error.shortReason)
    }
    if let evaluation = result.mnist {
      var metrics = ModelMetrics(evaluation)
      metrics.parameters = model.spec.parameterCount
      metrics.multiplyAdds = model.spec.multiplyAdds
      (metrics.trainingSeconds, metrics.seed) = (result.outcome.learningSeconds, result.options.seed)
      metrics.data = "MNIST"
      try AtomicFile.write(JSONText.text(of: metrics), to: staged.metrics)
    }
    try staged.write(configuration(result, program: program))
    try AtomicFile.write(PersonalCard(name: name, base: base, result: result, program: program).text, to: staged.card)
    try AtomicFile.write(JSONText.text(of: result.history), to: staged.history)
    try publish()
  }

  /// Takes the newest lesson back: its model goes, and the one that it replaced comes back if there was one.
  ///
  /// The same lesson gives the same model again.
  public func undo() throws(FileError) {
    clear("new")
    guard rename(directory.path, place("new")) == 0 || errno == ENOENT else { throw failure(directory.path) }
    clear("new")
    guard FilePath(place("former")).isDirectory else { return }
    guard rename(place("former"), directory.path) == 0 else { throw failure(directory.path) }
  }

  private func publish() throws(FileError) {
    clear("former")
    if FilePath(directory.path).isDirectory, rename(directory.path, place("former")) != 0 {
      throw failure(directory.path)
    }
    guard rename(place("new"), directory.path) == 0 else {
      let error = failure(directory.path)
      _ = rename(place("former"), directory.path)
      throw error
    }
  }

  private func configuration(_ result: PersonalLesson.Result, program: String) -> RunConfiguration {
    let outcome = result.outcome
    var configuration = RunConfiguration(
      options: result.options, spec: result.model.spec.text, name: name,
      dataset: outcome.hadReplay ? "MNIST" : "drawings of one person", pictures: outcome.learned, program: program)
    configuration.credits = [
      "\(outcome.learned) drawings of one person; \(outcome.heldBack.count) more were held back."
    ]
    return configuration
  }

  /// A directory of its own for what is not a model yet, or no longer.
  private func place(_ kind: String) -> String { "\(FilePath(models).parent)/learning/\(name)/\(kind)" }

  private func create(_ path: String) throws(FileError) {
    do throws(DataFileError) { try PrivateDirectory.create(path) } catch {
      throw .unwritable(path: path, reason: "\(error)")
    }
  }

  /// Removes a directory that holds files only.
  private func clear(_ kind: String) {
    for name in FilePath(place(kind)).names { unlink("\(place(kind))/\(name)") }
    rmdir(place(kind))
  }

  private func failure(_ path: String) -> FileError {
    .unwritable(path: path, reason: strerror(errno).map { String(cString: $0) } ?? "error \(errno)")
  }
}

extension ModelFileError {
  /// The reason alone where a file could not be written.
  fileprivate var shortReason: String {
    if case .file(let error) = self { error.reason } else { "\(self)" }
  }
}
