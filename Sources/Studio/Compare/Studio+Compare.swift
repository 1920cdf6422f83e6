import Recognition
import Toolkit

extension Studio {
  /// So much of a frame may be spent on other models than the one in use; the rest of them wait for the next.
  private static let readingBudget = Duration.milliseconds(4)

  func run(_ effect: CompareEffect) {
    switch effect {
    case .list:
      let shelf = shelf
      inBackground({ (shelf.racers, shelf.entries) }) { studio, found in
        studio.perform(.compare(.racers(found.0)))
        studio.perform(.modelsFound(found.1))
      }
    case .load(let entry): loadCompared(entry)
    case .forget(let name):
      comparedJudges[name] = nil
      comparedNames.remove(name)
    }
  }

  /// What came of loading a model to be compared.
  private struct Loaded: Sendable {
    let model: LoadedModel
    let findings: ModelFindings
    let time: Duration
  }

  private func loadCompared(_ entry: ModelEntry) {
    let shelf = shelf
    inBackground(
      on: models,
      {
        let model = LoadedModel(entry.path, from: shelf)
        return Loaded(model: model, findings: ModelFindings(directory: entry.path), time: model.timeOfAnswer())
      }
    ) { studio, loaded in
      // It may not be wanted any more.
      guard studio.state.compare.slots.contains(entry.name) else { return }
      switch loaded.model.facts {
      case .success(let facts):
        studio.comparedJudges[entry.name] = loaded.model.takeJudge()
        studio.comparedNames.remove(entry.name)
        let model = ComparedModel(facts: facts, findings: loaded.findings, answerTime: loaded.time)
        studio.perform(.compare(.loaded(entry.name, model)))
      case .failure(let failure): studio.perform(.compare(.failed(entry.name, reason: failure.reason)))
      }
    }
  }

  /// Asks the models that are compared about the picture that the model in use was asked about: each once for each
  /// picture, in the paced frame and never for longer than there is time.
  func readCompared() {
    guard state.tab == .compare, state.compare.page == .ink else { return }
    let frame = state.reading.answer?.digit == nil || state.reading.verdict == .speck ? nil : state.reading.image
    if frame != comparedFrame {
      (comparedFrame, comparedNames) = (frame, [])
      if frame == nil { _ = state.update(.compare(.cleared)) }
    }
    guard let frame else { return }
    let clock = ContinuousClock()
    let start = clock.now
    for (_, name) in state.compare.chosen where !comparedNames.contains(name) {
      guard let judge = comparedJudges[name] else { continue }
      if clock.now - start > Studio.readingBudget { return changed() }
      comparedNames.insert(name)
      let reading = judge.read(frame: frame, revision: state.reading.revision)
      _ = state.update(.compare(.read(name, reading)))
    }
  }
}

extension Studio {
  /// Turns the bars of the compared models towards what each has read; together they have no name.
  func turnComparedBars(at now: Duration) {
    guard state.tab == .compare, state.compare.page == .ink else { return comparedBars.removeAll() }
    let names = state.compare.loaded.map(\.name)
    comparedBars = comparedBars.filter { $0.key.isEmpty || names.contains($0.key) }
    for name in names + [""] {
      let shares = name.isEmpty ? state.ensemble : state.compare.readings[name]?.shares
      let target = shares?.map(Float.init) ?? [Float](repeating: 0, count: 10)
      comparedBars[name, default: BarMotion()].turn(to: target, at: now, isInstant: state.reducesMotion)
      comparedBars[name]?.settle(at: now)
    }
  }

  /// Whether any of those bars is on its way.
  var comparedBarsAreMoving: Bool { comparedBars.values.contains { $0.isMoving } }
}
