import Charts
import Training

extension LearnState {
  /// Whether there is an epoch whose weights can be kept.
  package var canKeep: Bool {
    guard let progress, progress.history.epochs > 0, kept == nil else { return false }
    return phase == .paused || phase == .playing || phase == .stepping || phase == .ended
  }

  /// How far it is, in words.
  package var words: String {
    switch phase {
    case .none: trouble?.title ?? "Nothing has been learned yet"
    case .preparing: loading.map { DigitRun.Step.words($0) } ?? "Making the network"
    case .keeping: "Testing once, and writing the model"
    case .ended: endWords
    case .paused: "Paused: \(placeWords)"
    case .playing, .stepping:
      [placeWords.capitalisedFirst, speedWords, timeWords].compactMap(\.self)
        .joined(separator: ", ")
    }
  }

  /// The same where there is little room.
  var shortWords: String {
    guard phase == .playing || phase == .stepping else { return words }
    return ["Epoch \((progress?.epoch ?? 0) + 1) of \(progress?.epochs ?? 1)", speedWords].compactMap(\.self)
      .joined(separator: ", ")
  }

  private var placeWords: String {
    guard let progress else { return "" }
    let epoch = min(progress.epoch + 1, progress.epochs)
    return "epoch \(epoch) of \(progress.epochs), batch \(NumberText.grouped(progress.step)) of "
      + NumberText.grouped(progress.stepsPerEpoch)
  }

  private var speedWords: String? {
    progress?.imagesPerSecond.map { "\(NumberText.grouped(Int($0.rounded()))) digits each second" }
  }

  private var timeWords: String? { progress?.secondsLeft.map { "at most \(TimeText.long($0)) more" } }

  /// How it has ended, and what is kept.
  package var endWords: String {
    guard let end else { return "" }
    let kept = end.keptEpoch.map { "epoch \($0 + 1) is kept" }
    switch end.reason {
    case .diverged:
      let advice = "take a smaller step size and rewind"
      return kept.map { "Training stopped: the loss is not a number; \($0)" }
        ?? "Training stopped: the loss is not a number, and no epoch was finished; \(advice)"
    case .finished: return "All epochs are done; \(kept ?? "")"
    case .patience: return "No progress any more; \(kept ?? "")"
    case .targetAccuracy: return "The target is reached; \(kept ?? "")"
    case .maxSeconds: return "The time is over; \(kept ?? "")"
    case .interrupted: return "Ended by hand; \(kept ?? "")"
    }
  }
}

extension DigitRun.Step {
  /// What it says on the learn screen.
  static func words(_ step: DigitRun.Step) -> String {
    step == .reading ? "Reading the digits" : DigitRun(number: 0, step: step, isAsked: false).words
  }
}
