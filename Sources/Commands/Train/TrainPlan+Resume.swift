import NeuralNet
import Training

extension TrainPlan {
  /// A run that goes on in `directory`.
  init(resuming directory: String, _ given: OptionValues, environment: [String: String]) throws {
    for name in given.names where name != "resume" && !TrainOptions.resumable.contains(name) {
      let allowed = TrainOptions.resumable.map { "--\($0)" }.joined(separator: ", ")
      throw UsageError(
        "--\(name) cannot be given with --resume: the run goes on with its own settings; only \(allowed) can")
    }
    let files = ModelDirectory(directory)
    let checkpoint = try Checkpoint.read(from: files.checkpoint)
    let stored = try? ConfigurationFile(path: files.configuration)
    options = checkpoint.options
    options.epochs = given.integer("epochs") ?? options.epochs
    // The limit of the first part is over when the second begins.
    if let more = given.number("max-seconds") { options.maxSeconds = checkpoint.seconds + more }
    network = NetworkChoice(name: checkpoint.name, spec: checkpoint.spec)
    output = directory
    let data = given.over(stored?.dataValues ?? OptionValues())
    source = DigitSource(data, environment: environment)
    strokes = StrokeSource(data)
    hasFigures = !given.isOn("no-figures")
    progress = given.text("progress") ?? "auto"
    mayReplace = true
    self.checkpoint = checkpoint.continuing(with: options)
    end = finishedText(given)
  }

  /// The line that says that nothing is left to do; nil while there is something.
  private func finishedText(_ given: OptionValues) -> String? {
    guard let checkpoint, ModelDirectory(output).isComplete(afterEpochs: checkpoint.epoch) else { return nil }
    return reasonToEnd(given).map { "\(output): this run is finished: \($0)" }
  }

  /// Why the run is at its end; nil while it is not.
  private func reasonToEnd(_ given: OptionValues) -> String? {
    guard let checkpoint else { return nil }
    let more = "give more --epochs to go on"
    if checkpoint.epoch >= options.epochs { return "\(checkpoint.epoch) of \(options.epochs) epochs are done; \(more)" }
    if given.has("epochs") || given.has("max-seconds") { return nil }
    if checkpoint.isOutOfPatience {
      return "\(options.patience) epochs went by without a lower validation loss; \(more)"
    }
    if let limit = options.maxSeconds, checkpoint.seconds >= limit {
      return "its \(DecimalText.duration(limit)) are over; give more --max-seconds to go on"
    }
    if let target = options.targetAccuracy, let last = checkpoint.history.validationAccuracy.last, last >= target {
      return "it has reached its target accuracy; \(more)"
    }
    return nil
  }
}
