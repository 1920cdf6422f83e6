import DigitData
import Graphics
package import NeuralNet
package import Training

/// What a run came to: tested once, and written as a whole model directory.
package struct RunResults {
  /// The model as it is kept.
  package let model: Model
  /// What it reads of the test digits.
  package let evaluation: Evaluation
  private let probabilities: [Float]
  private let configuration: RunConfiguration
  private let pictures: RunPictures
  private let outcome: TrainingOutcome

  /// Sets temperature and thresholds on the drawings in reserve, where there are any, and tests the model.
  package init(
    _ outcome: TrainingOutcome, configuration: RunConfiguration, pictures: RunPictures
  ) throws(TrainingError) {
    (self.outcome, self.configuration, self.pictures) = (outcome, configuration, pictures)
    model = try RunResults.calibrated(outcome.model, on: pictures)
    let evaluator = try Evaluator(model, team: Team(threads: configuration.options.threads))
    probabilities = evaluator.probabilities(of: pictures.test)
    evaluation = Evaluation(probabilities: probabilities, labels: pictures.test.labels)
  }

  private static func calibrated(_ model: Model, on pictures: RunPictures) throws(TrainingError) -> Model {
    let digits = pictures.reserve.framedDigits
    guard digits.count > 0 else { return model }
    let logits = try Evaluator(model).logits(of: digits)
    return Calibration(logits: logits, labels: digits.labels).applied(to: model)
  }

  /// Writes weights, numbers, card and history into a directory that exists, and before them the figures where wanted.
  package func write(to files: ModelDirectory, hasFigures: Bool) throws {
    if hasFigures { try writeFigures(to: files) }
    let figures = hasFigures ? ModelFigure.allCases.map { ($0.fileName(.light), FigureTitle.of($0)) } : []
    let metrics = try metrics
    let card = ModelCard(
      model, metrics: metrics, configuration: configuration, history: outcome.history,
      command: configuration.command, date: LocalTime.now.day, figures: figures)
    try files.write(model, metrics: metrics, history: outcome.history, card: card)
  }

  private var metrics: ModelMetrics {
    get throws {
      var metrics = ModelMetrics(evaluation)
      metrics.arch = configuration.options.arch
      metrics.parameters = model.spec.parameterCount
      metrics.multiplyAdds = model.spec.multiplyAdds
      metrics.trainingSeconds = outcome.seconds
      metrics.seed = configuration.options.seed
      metrics.data = pictures.name
      if !pictures.reserve.digits.items.isEmpty {
        metrics.drawn = try DrawnMetrics(model, drawings: pictures.reserve)
      }
      return metrics
    }
  }

  private func writeFigures(to files: ModelDirectory) throws {
    let data = FigurePictures(set: pictures.set, test: pictures.test, options: configuration.options)
      .data(
        name: configuration.name, history: outcome.history, evaluation: evaluation, probabilities: probabilities)
    try ModelFigures(data).write(to: files.path)
  }
}
