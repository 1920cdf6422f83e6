import Training

/// The end of a run in a few numbers.
struct TrainSummary {
  let plan: TrainPlan
  let outcome: TrainingOutcome
  let evaluation: Evaluation

  /// The digit that is read worst, by the lower of recall and precision.
  var worstDigit: Int {
    func worst(_ digit: Int) -> Double { min(evaluation.classes[digit].recall, evaluation.classes[digit].precision) }
    return (0..<10).min { worst($0) < worst($1) } ?? 0
  }

  /// Lines for people.
  var text: String {
    let worst = evaluation.classes[worstDigit]
    let best = outcome.history.keptEpoch.map { "\($0 + 1) of \(outcome.history.epochs)\(reason)" } ?? "none"
    return """
      best epoch     \(best)
      test accuracy  \(DecimalText.percent(evaluation.accuracy)) %, loss \(DecimalText.fixed(evaluation.loss, 4)), \
      \(DecimalText.grouped(evaluation.count)) digits
      worst class    \(worstDigit): recall \(DecimalText.percent(worst.recall)) %, precision \
      \(DecimalText.percent(worst.precision)) %
      trained in     \(DecimalText.duration(outcome.seconds))
      model          \(plan.output)
      """
  }

  private var reason: String {
    switch outcome.reason {
    case .finished, .interrupted: ""
    case .patience: ", stopped after \(plan.options.patience) epochs without progress"
    case .targetAccuracy: ", stopped at the target accuracy"
    case .maxSeconds: ", stopped after the time allowed"
    case .diverged: ", stopped because the loss was not a number"
    }
  }

  /// The line of the JSON progress.
  var line: ProgressLine {
    var line = ProgressLine(event: "result")
    line.epoch = outcome.history.keptEpoch.map { $0 + 1 }
    line.epochs = outcome.history.epochs
    line.reason = outcome.reason.rawValue
    line.testAccuracy = evaluation.accuracy
    line.testLoss = evaluation.loss
    line.worstClassRecall = evaluation.worstClassRecall
    line.worstClassPrecision = evaluation.worstClassPrecision
    line.seconds = outcome.seconds
    line.output = plan.output
    return line
  }
}
