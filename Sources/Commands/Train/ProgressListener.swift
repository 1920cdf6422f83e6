import Training

/// Tells the user how training goes.
protocol ProgressListener: AnyObject {
  /// Takes what the trainer says.
  func hear(_ event: TrainingEvent)

  /// Tells what the run came to.
  func tell(_ summary: TrainSummary, in console: Console)
}

extension ProgressListener {
  /// Prints the result for people.
  func tell(_ summary: TrainSummary, in console: Console) { console.result(summary.text) }
}

/// The listeners by the name that `--progress` has for them.
enum ProgressListeners {
  /// The listener that `plan` asks for.
  static func make(_ plan: TrainPlan, _ console: Console) -> any ProgressListener {
    switch plan.progress {
    case "json": JSONProgress(console)
    case "none": SilentProgress()
    default: LineProgress(plan, console, isMoving: plan.progress == "auto" && console.isTerminal)
    }
  }
}

/// Says nothing until the end.
final class SilentProgress: ProgressListener {
  func hear(_ event: TrainingEvent) {}
}
