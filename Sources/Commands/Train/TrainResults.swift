import Graphics
import DigitData
import NeuralNet
import Reports
import Training

/// What a run came to: tested once, written to the model directory and told.
struct TrainResults {
  let plan: TrainPlan
  let pictures: TrainPictures
  let outcome: TrainingOutcome
  let files: ModelDirectory

  /// Tests the model, writes everything and tells the result.
  func write(in context: CommandContext, to listener: any ProgressListener) throws {
    let model = try calibrated()
    let evaluator = try Evaluator(model, team: Team(threads: plan.options.threads))
    let probabilities = evaluator.probabilities(of: pictures.test)
    let evaluation = Evaluation(probabilities: probabilities, labels: pictures.test.labels)
    var metrics = metrics(of: evaluation)
    if !pictures.reserve.digits.items.isEmpty {
      metrics.drawn = try DrawnMetrics(model, drawings: pictures.reserve)
    }
    if plan.hasFigures {
      context.console.showStatus("drawing figures")
      try writeFigures(evaluation, probabilities: probabilities)
    }
    try write(metrics, model)
    listener.tell(TrainSummary(plan: plan, outcome: outcome, evaluation: evaluation), in: context.console)
  }

  /// The model with temperature and thresholds set on the reserve's drawings, where there are any.
  private func calibrated() throws -> Model {
    let digits = pictures.reserve.framedDigits
    guard digits.count > 0 else { return outcome.model }
    let logits = try Evaluator(outcome.model).logits(of: digits)
    return Calibration(logits: logits, labels: digits.labels).applied(to: outcome.model)
  }

  private func metrics(of evaluation: Evaluation) -> ModelMetrics {
    var metrics = ModelMetrics(evaluation)
    metrics.arch = plan.options.arch
    metrics.parameters = plan.network.spec.parameterCount
    metrics.multiplyAdds = plan.network.spec.multiplyAdds
    metrics.trainingSeconds = outcome.seconds
    metrics.seed = plan.options.seed
    metrics.data = pictures.name
    return metrics
  }

  private func write(_ metrics: ModelMetrics, _ model: Model) throws {
    let figures = plan.hasFigures ? ModelFigure.allCases.map { ($0.fileName(.light), FigureTitle.of($0)) } : []
    let card = ModelCard(
      model, metrics: metrics, configuration: plan.configuration(for: pictures), history: outcome.history,
      command: plan.command, date: LocalTime.now.day, figures: figures)
    try files.write(model, metrics: metrics, history: outcome.history, card: card)
  }

  private func writeFigures(_ evaluation: Evaluation, probabilities: [Float]) throws {
    let data = FigurePictures(set: pictures.set, test: pictures.test, options: plan.options)
      .data(name: plan.network.name, history: outcome.history, evaluation: evaluation, probabilities: probabilities)
    try ModelFigures(data).write(to: files.path)
  }
}
