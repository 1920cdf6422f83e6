import NeuralNet
import Training

/// The model that `--model` names.
struct ModelChoice {
  /// The option itself.
  static let option = Option(
    "model", .text(placeholder: "DIR|NAME"), "the model directory, or the name of an installed model", isRequired: true)

  let directory: ModelDirectory
  let model: Model

  /// Finds and reads the model.
  init(_ values: OptionValues, environment: [String: String]) throws {
    let name = values.text("model") ?? ""
    let location = ModelLocation(environment: environment)
    guard let directory = location.directory(of: name) else { throw ModelChoice.notFound(name, location) }
    self.directory = directory
    model = try Model.load(path: directory.weights)
    guard model.spec.input.count == 784, model.spec.output == .vector(10) else {
      throw CommandFailure(
        .model,
        "\(directory.weights): takes \(model.spec.input) and gives \(model.spec.output), but digits are 28×28×1 and ten; "
          + "give a model made by \(Commands.program) train")
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
