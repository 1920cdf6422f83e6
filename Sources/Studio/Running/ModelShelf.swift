import NeuralNet
import Recognition
import Training

/// Finds models by name and loads them.
struct ModelShelf {
  private let location: ModelLocation

  /// The models that environment and program lead to.
  init(environment: [String: String]) { location = ModelLocation(environment: environment) }

  /// Every model that can be chosen: the installed ones first, then the user's.
  var entries: [ModelEntry] {
    location.names.compactMap { name in
      location.installed(name).map { ModelEntry(name: name, path: $0.path) }
    }
  }

  /// Where the small models are that are raced against each other.
  private static let race = "race"

  /// Those that there are, and before them the one that has learned nothing.
  var racers: [ModelEntry] {
    let found = location.names(in: ModelShelf.race).compactMap { name in
      location.installed("\(ModelShelf.race)/\(name)").map { ModelEntry(name: name, path: $0.path) }
    }
    return [ModelEntry(name: UntrainedModel.name, path: UntrainedModel.usual.path)] + found
  }
  /// The directory of the user's own models; nil where there is no home.
  var userModels: String? { location.userModels }

  /// The directory of the model called `name`; nil where there is none.
  func installed(_ name: String) -> ModelDirectory? { location.installed(name) }

  /// Loads the model called `name`, or of a directory of that path, and makes it ready to answer.
  func load(_ name: String) throws -> (InkJudge, ModelFacts) {
    if let untrained = UntrainedModel(path: name) {
      let model = try untrained.model()
      return (try InkJudge(model), facts(model, ModelDirectory(name), UntrainedModel.name))
    }
    guard let directory = location.directory(of: name) ?? location.installed("\(ModelShelf.race)/\(name)") else {
      throw ModelShelfError.notFound(name)
    }
    let model = try Model.load(path: directory.weights)
    guard model.spec.input.count == Framing.pixelCount, model.spec.output == .vector(Probabilities.count) else {
      throw ModelShelfError.notForDigits
    }
    return (try InkJudge(model), facts(model, directory, name))
  }

  private func facts(_ model: Model, _ directory: ModelDirectory, _ name: String) -> ModelFacts {
    let metrics = ModelFindings(directory: directory.path, parameters: model.spec.parameterCount).metrics
    let threshold = model.metadata.thresholds[Rejection.confidenceKey].map(Double.init)
    let shownName = name.split(separator: "/").last.map(String.init) ?? name
    var facts = ModelFacts(
      name: shownName, parameters: model.spec.parameterCount, multiplyAdds: model.spec.multiplyAdds,
      bytes: model.spec.parameterCount * 4, accuracy: metrics?.accuracy, drawnAccuracy: metrics?.drawn?.accuracy,
      sureFrom: threshold)
    (facts.directory, facts.layers) = (directory.path, model.spec.summary)
    return facts
  }
}

/// Why a model cannot be used.
enum ModelShelfError: Error, CustomStringConvertible {
  case notFound(String)
  case notForDigits

  var description: String {
    switch self {
    case .notFound(let name): "there is no model of that name, neither installed nor as a directory (\(name))"
    case .notForDigits: "it does not take 28×28 pixels and give ten digits"
    }
  }
}
