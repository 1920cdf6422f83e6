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
    let evaluator = try Evaluator(outcome.model, team: Team(threads: plan.options.threads))
    let probabilities = evaluator.probabilities(of: pictures.test)
    let evaluation = Evaluation(probabilities: probabilities, labels: pictures.test.labels)
    let metrics = metrics(of: evaluation)
    if plan.hasFigures {
      context.console.showStatus("drawing figures")
      try writeFigures(evaluation, probabilities: probabilities)
    }
    try write(metrics)
    listener.tell(TrainSummary(plan: plan, outcome: outcome, evaluation: evaluation), in: context.console)
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

  private func write(_ metrics: ModelMetrics) throws {
    let figures = plan.hasFigures ? ModelFigure.allCases.map { ($0.fileName(.light), FigureTitle.of($0)) } : []
    let card = ModelCard(
      outcome.model, metrics: metrics, configuration: plan.configuration(for: pictures), history: outcome.history,
      command: plan.command, date: LocalTime.now.day, figures: figures)
    try files.write(outcome.model, metrics: metrics, history: outcome.history, card: card)
  }

  private func writeFigures(_ evaluation: Evaluation, probabilities: [Float]) throws {
    let data = FigurePictures(set: pictures.set, test: pictures.test, options: plan.options)
      .data(name: plan.network.name, history: outcome.history, evaluation: evaluation, probabilities: probabilities)
    try ModelFigures(data).write(to: files.path)
  }
}
