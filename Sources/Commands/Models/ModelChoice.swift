import NeuralNet
import Training

/// The model that `--model` names.
struct ModelChoice {
  /// The option itself.
  static let option = Option(
    "model", .text(placeholder: "DIR|NAME"), "the model directory, or the name of an installed model", isRequired: true)

  /// The name of the model that is meant when none is named.
  static let usual = "inkling"

  let directory: ModelDirectory
  let model: Model

  /// Finds and reads the model that the options name.
  init(_ values: OptionValues, in location: ModelLocation) throws {
    try self.init(named: values.text("model") ?? "", in: location)
  }

  /// Finds and reads the model of a directory or of a name.
  init(named name: String, in location: ModelLocation) throws {
    guard let directory = location.directory(of: name) else { throw ModelChoice.notFound(name, location) }
    try self.init(directory)
  }

  /// Finds and reads the installed model that is meant when none is named.
  init(installedIn location: ModelLocation) throws {
    guard let directory = location.installed(ModelChoice.usual) else {
      let names = location.names.joined(separator: ", ")
      let hint = names.isEmpty ? "train one with \(Program.train.name) train" : "there are \(names)"
      throw CommandFailure(
        .model, "the model '\(ModelChoice.usual)' is not installed; name another with --model (\(hint))")
    }
    try self.init(directory)
  }

  private init(_ directory: ModelDirectory) throws {
    self.directory = directory
    model = try Model.load(path: directory.weights)
    guard model.spec.input.count == 784, model.spec.output == .vector(10) else {
      throw CommandFailure(
        .model,
        "\(directory.weights): takes \(model.spec.input) and gives \(model.spec.output), but digits are 28×28×1 and ten; "
          + "give a model made by \(Program.train.name) train")
    }
  }

  private static func notFound(_ name: String, _ location: ModelLocation) -> CommandFailure {
    if FilePath(name).isDirectory {
      return CommandFailure(.model, "\(name): no model.safetensors in this directory; give a finished model directory")
    }
    let names = location.names
    let hint =
      NearestWord.hint(for: name, among: names)
      ?? (names.isEmpty ? "; no model is installed, train one first" : "; there are \(names.joined(separator: ", "))")
    return CommandFailure(.model, "no model '\(name)', neither as a directory nor by name\(hint)")
  }
}
