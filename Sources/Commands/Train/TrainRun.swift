import NeuralNet
import Training

/// One run from the loaded pictures to the finished model directory.
struct TrainRun {
  let plan: TrainPlan
  let context: CommandContext
  private let interruption: Interruption
  private let directory: OutputDirectory

  /// Prepares the directory of the run.
  init(_ plan: TrainPlan, _ context: CommandContext, _ interruption: Interruption) throws {
    self.interruption = interruption
    self.plan = plan
    self.context = context
    directory = try OutputDirectory(plan.output, mayReplace: plan.mayReplace)
  }

  /// Trains, tests and writes.
  func run() throws -> ExitStatus {
    let (trainer, loaded) = try prepared()
    let listener = ProgressListeners.make(plan, context.console)
    let outcome = try trainer.run { event in
      listener.hear(event)
      return interruption.isRequested() ? .stop : .goOn
    }
    let results = TrainResults(plan: plan, pictures: loaded.pictures, outcome: outcome, files: directory.files)
    switch outcome.reason {
    case .interrupted: return try keepInterrupted(outcome)
    case .diverged: return try keepDiverged(results, listener)
    case .finished, .patience, .targetAccuracy, .maxSeconds:
      try results.write(in: context, to: listener)
      return loaded.badLines > 0 ? .data : .done
    }
  }

  private func prepared() throws -> (Trainer, TrainPictures) {
    do {
      let loaded = try TrainPictures(plan, console: context.console, interruption)
      let trainer = try Trainer(
        plan.options, spec: plan.network.spec, name: plan.network.name, set: loaded.pictures.set,
        checkpointPath: directory.files.checkpoint, resuming: plan.checkpoint)
      if plan.checkpoint == nil { directory.clear() }
      try directory.files.write(plan.configuration(for: loaded.pictures))
      return (trainer, loaded)
    } catch {
      directory.removeIfEmpty()
      throw error
    }
  }

  private func keepInterrupted(_ outcome: TrainingOutcome) throws -> ExitStatus {
    let files = directory.files
    // An older model with its numbers stays: the two must not part.
    if outcome.history.epochs > 0, !FilePath(files.metrics).isFile { try outcome.model.save(path: files.weights) }
    context.console.note(
      "\(Program.train.name): interrupted, everything is saved; go on with: "
        + "\(Program.train.name) train --resume \(ShellWord.quoted(files.path))")
    return .interrupted
  }

  private func keepDiverged(_ results: TrainResults, _ listener: any ProgressListener) throws -> ExitStatus {
    let text = "Training stopped: the loss is not a number;"
    guard let best = results.outcome.history.keptEpoch else {
      throw CommandFailure(.failed, "\(text) nothing is kept; try a lower --learning-rate or --clip-norm 1")
    }
    try results.write(in: context, to: listener)
    throw CommandFailure(.failed, "\(text) epoch \(best + 1) is kept")
  }
}
