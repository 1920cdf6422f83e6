import DigitData
import NeuralNet
import Training

extension TrainPlan {
  /// What `config.json` says about the run.
  func configuration(for pictures: RunPictures) -> RunConfiguration {
    var configuration = RunConfiguration(
      options: options, spec: network.spec.text, name: network.name, dataset: pictures.name,
      pictures: pictures.set.digits.count, program: "\(Program.train.name) \(Program.version)")
    configuration.data = source.directory
    configuration.csv = source.csv
    configuration.strokes = strokes.files
    configuration.reserve = strokes.reserve
    configuration.credits = strokes.credits
    return configuration
  }
}
