import JSONText
import Training

extension StudioState {
  /// The numbers of the learn screen as JSON, unrounded.
  package var learnValues: [(key: String, value: String)] {
    var values = [
      (key: "phase", value: JSONWriter.string(learn.phase.rawValue)),
      (key: "preset", value: JSONWriter.string(learn.settings.preset.rawValue)),
      (key: "layers", value: JSONWriter.string(learn.settings[.layers].text)),
      (key: "seed", value: JSONWriter.string(learn.settings[.seed].text)),
    ]
    if case .failure(let problem) = learnPlan { values.append(("problem", JSONWriter.string(problem.text))) }
    if let trouble = learn.trouble { values.append(("trouble", JSONWriter.string(trouble.title))) }
    if let failure = learn.failure { values.append(("failure", JSONWriter.string(failure))) }
    if let problem = learn.saveProblem { values.append(("saveProblem", JSONWriter.string(problem))) }
    values += progressValues + resultValues
    values.append(("snapshot", "\(learn.snapshot)"))
    if let guess = learn.guess, let winner = learn.guessedDigit {
      values.append(("guess", "\(winner.digit)"))
      values.append(("probabilities", "[" + guess.map { number(Double($0)) }.joined(separator: ",") + "]"))
    }
    return values
  }

  private var progressValues: [(key: String, value: String)] {
    guard let progress = learn.progress else { return [] }
    var values = [
      (key: "epoch", value: "\(progress.epoch)"), (key: "epochs", value: "\(progress.epochs)"),
      (key: "step", value: "\(progress.step)"), (key: "stepsPerEpoch", value: "\(progress.stepsPerEpoch)"),
    ]
    if let batch = progress.batch {
      values += [("loss", number(batch.loss)), ("accuracy", number(batch.accuracy))]
      values.append(("learning_rate", number(batch.learningRate)))
    }
    if let loss = progress.history.validationLoss.last { values.append(("val_loss", number(loss))) }
    if let share = progress.history.validationAccuracy.last { values.append(("val_accuracy", number(share))) }
    if let speed = progress.imagesPerSecond { values.append(("imagesPerSecond", number(speed))) }
    if let seconds = progress.secondsLeft { values.append(("secondsLeft", number(seconds))) }
    return values
  }

  private var resultValues: [(key: String, value: String)] {
    var values: [(key: String, value: String)] = []
    if let end = learn.end {
      values.append(("reason", JSONWriter.string(end.reason.rawValue)))
      if let epoch = end.keptEpoch { values.append(("keptEpoch", "\(epoch + 1)")) }
    }
    if let kept = learn.kept {
      values += [("kept", JSONWriter.string(kept.name)), ("testAccuracy", number(kept.accuracy))]
    }
    return values
  }
}

/// A number of JSON; what JSON has no number for is null.
private func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "null" }
