package import NeuralNet
package import Training

/// What a run is made from: network, rules, and where the digits are.
package struct LearnPlan: Equatable, Sendable {
  package var options: TrainingOptions
  package var spec: ModelSpec
  /// What the model is called in its files.
  package var name: String
  /// What the names of kept models begin with.
  package var title: String
  /// A CSV file instead of MNIST.
  package var csv: String?
  /// A folder with the four files of MNIST; nil: the usual places.
  package var folder: String?

  /// Takes everything as it is.
  init(_ options: TrainingOptions, _ spec: ModelSpec, name: String, title: String) {
    (self.options, self.spec, self.name, self.title) = (options, spec, name, title)
  }

  /// What `config.json` says about the run.
  func configuration(dataset: String, pictures: Int, program: String) -> RunConfiguration {
    var configuration = RunConfiguration(
      options: options, spec: spec.text, name: name, dataset: dataset, pictures: pictures, program: program)
    (configuration.csv, configuration.data) = (csv, folder)
    return configuration
  }

  /// The command that trains the same on a terminal.
  package var command: String { configuration(dataset: "", pictures: 0, program: "").commandHere }
}
