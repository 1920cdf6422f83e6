import NeuralNet
import Training

/// Everything that is decided before a run begins.
struct TrainPlan {
  var options: TrainingOptions
  var network: NetworkChoice
  /// The model directory.
  var output: String
  var source: DigitSource
  var strokes: StrokeSource
  var hasFigures: Bool
  var progress: String
  /// Whether the directory may hold something already.
  var mayReplace: Bool
  /// Where the run goes on.
  var checkpoint: Checkpoint?
  /// Why there is nothing left to do, in one line.
  var end: String?

  /// A run from the beginning.
  init(_ given: OptionValues, environment: [String: String], time: String) throws {
    let file = try given.text("config").map { try ConfigurationFile(path: $0) }
    let values = given.over(file?.values ?? OptionValues())
    options = TrainingOptions()
    file?.apply(to: &options)
    options.apply(values)
    network = try TrainPlan.network(given, file, usual: options.arch)
    options.arch = network.arch
    options.precision = try TrainOptions.precision(values, for: network.spec)
    source = DigitSource(values, environment: environment)
    strokes = StrokeSource(values)
    output = try values.text("output") ?? TrainPlan.usualOutput(network.name, time: time, environment: environment)
    hasFigures = !values.isOn("no-figures")
    progress = values.text("progress") ?? "auto"
    mayReplace = values.isOn("force")
  }

  /// `--arch` wins over the file, and in a file the network itself over its name.
  private static func network(
    _ given: OptionValues, _ file: ConfigurationFile?, usual: String
  ) throws -> NetworkChoice {
    if let arch = given.text("arch") { return try NetworkChoice(arch) }
    let arch = file?.values.text("arch")
    guard let spec = file?.spec else { return try NetworkChoice(arch ?? usual) }
    if let arch, let preset = Preset(rawValue: arch), preset.spec == spec { return try NetworkChoice(arch) }
    return NetworkChoice(name: "custom", spec: spec)
  }

  private static func usualOutput(
    _ name: String, time: String, environment: [String: String]
  ) throws -> String {
    guard let directory = ModelLocation(environment: environment).userModels else {
      throw CommandFailure(
        .failed, "no directory to keep models in: set HOME or XDG_DATA_HOME, or give a directory with --output")
    }
    return "\(directory)/\(name)-\(time)"
  }
}
