import Reports
import Training

/// What a run came to: tested once, written to the model directory and told.
struct TrainResults {
  let plan: TrainPlan
  let pictures: RunPictures
  let outcome: TrainingOutcome
  let files: ModelDirectory

  /// Tests the model, writes everything and tells the result.
  func write(in context: CommandContext, to listener: any ProgressListener) throws {
    let results = try RunResults(outcome, configuration: plan.configuration(for: pictures), pictures: pictures)
    if plan.hasFigures { context.console.showStatus("drawing figures") }
    try results.write(to: files, hasFigures: plan.hasFigures)
    listener.tell(TrainSummary(plan: plan, outcome: outcome, evaluation: results.evaluation), in: context.console)
  }
}
