import DigitData
import NeuralNet
import Training

/// A training on its own thread: carries out one order after the other and says how far it is.
///
/// What it does between two orders depends on plan and batches alone: pauses and steps leave no trace in the weights.
final class LearnRunner {
  /// What does not change from run to run.
  struct Surroundings: Sendable {
    var digits: MNISTOptions
    /// Where runs are kept from start to start; nil keeps none.
    var state: String?
    var models: String?
    var program: String
  }

  /// Where running ends by itself.
  enum Stop: Equatable {
    case batch, epoch, never
  }

  private let surroundings: Surroundings
  private let orders: LearnOrders
  private let tell: (LearnReport) -> Void
  private var run: LearnRun?
  private var digits: LearnDigits?
  private let store: LearnStore

  /// Prepares a training that says to `tell` what happens.
  init(_ surroundings: Surroundings, orders: LearnOrders, tell: @escaping (LearnReport) -> Void) {
    (self.surroundings, self.orders, self.tell) = (surroundings, orders, tell)
    store = LearnStore(in: surroundings.state) { tell(.saveProblem($0)) }
  }

  /// Carries out all orders, and returns after the last.
  func work() {
    while true {
      let order = orders.next()
      carryOut(order)
      tell(.done)
      orders.finish()
      if order == .close { return }
    }
  }

  private func carryOut(_ order: LearnOrder) {
    switch order {
    case .rewind(let plan, let fetches): begin(plan, fetches: fetches)
    case .resume(let fetches): resume(fetches: fetches)
    case .play: go(until: .never)
    case .batch: go(until: .batch)
    case .epoch: go(until: .epoch)
    case .pause:
      run?.isPlaying = false
      save()
    case .keep: endByHand()
    case .close:
      save()
      // The next window may take it at once.
      store.release()
    }
  }

  // MARK: Beginning

  private func begin(_ plan: LearnPlan, fetches: Bool) {
    tell(.phase(.preparing))
    run = nil
    prepare(fetches: fetches, from: LearnDigits.Source(csv: plan.csv, folder: plan.folder)) { digits in
      let run = try LearnRun(plan, pictures: try digits.pictures(plan.options), from: nil)
      store.take(isSilent: false)
      store.clear()
      return run
    }
  }

  private func resume(fetches: Bool) {
    tell(.phase(.preparing))
    run = nil
    store.take(isSilent: true)
    guard let slot = store.slot else {
      tell(.nothingLeft)
      return tell(.phase(.none))
    }
    let contents: LearnSlot.Contents
    do { contents = try slot.load() } catch {
      tell(.nothingLeft)
      tell(.failed("The training of the last start cannot be taken up: its file is damaged. Play begins anew"))
      return tell(.phase(.none))
    }
    let source = LearnDigits.Source(csv: contents.csv, folder: contents.folder)
    prepare(fetches: fetches, from: source) { digits in
      let plan = LearnPlan(resuming: contents)
      return try LearnRun(plan, pictures: try digits.pictures(plan.options), from: contents.checkpoint)
    }
    if run?.reasonToEnd != nil || (run != nil && contents.plays) { go(until: .never) }
  }

  private func prepare(fetches: Bool, from source: LearnDigits.Source, _ make: (LearnDigits) throws -> LearnRun) {
    do {
      let digits = try digits(from: source, fetches: fetches)
      let run = try make(digits)
      self.run = run
      tell(.ready(run.plan, run.progress))
      if let model = run.soundModel { tell(.snapshot(model)) }
      tell(.phase(.paused))
    } catch {
      tell(.phase(.none))
      guard !orders.endsPreparing else { return }
      guard error is MNISTError else { return tell(.failed("\(error)")) }
      let canFetch = (try? DataLocation(environment: surroundings.digits.environment).origin) == .cache
      tell(.missing(DigitTrouble(after: error, canFetch: canFetch)))
    }
  }

  private func digits(from source: LearnDigits.Source, fetches: Bool) throws -> LearnDigits {
    if let digits, digits.source == source { return digits }
    digits = nil
    tell(.loading(.reading))
    var options = surroundings.digits
    options.isOffline = !fetches
    let digits = try LearnDigits(
      source, options: options, progress: Pacer.slowed { [tell] in tell(.loading(.fetching($0))) },
      isCancelled: { [orders] in orders.endsPreparing })
    self.digits = digits
    return digits
  }

  // MARK: Running

  private func go(until stop: Stop) {
    guard let run, run.end == nil else { return tell(.phase(run == nil ? .none : .ended)) }
    if let reason = run.reasonToEnd { return finish(reason) }
    run.isPlaying = stop == .never
    tell(.phase(stop == .never ? .playing : .stepping))
    do {
      let outcome = try run.trainer.run { event in hear(event, of: run, until: stop) }
      tell(.moved(run.rested()))
      if let model = run.soundModel { tell(.snapshot(model)) }
      guard outcome.reason == .interrupted else { return finish(outcome.reason, outcome) }
      guard let reason = run.reasonToEnd else { return tell(.phase(.paused)) }
      finish(reason)
    } catch {
      self.run = nil
      tell(.failed("Training stopped: \(error)"))
      tell(.phase(.none))
    }
  }

  private func hear(_ event: TrainingEvent, of run: LearnRun, until stop: Stop) -> TrainingEvent.Answer {
    switch event {
    case .started: return orders.isWaiting ? .stop : .goOn
    case .batch(let batch):
      run.take(batch)
      if let progress = run.dueProgress { tell(.moved(progress)) }
      if let model = run.dueModel { tell(.snapshot(model)) }
      if store.isDue { save() }
      // The last batch of an epoch is followed by its end.
      let isStep = stop == .batch && batch.step < batch.stepsPerEpoch
      return isStep || orders.isWaiting ? .stop : .goOn
    case .epoch:
      run.finishEpoch()
      tell(.moved(run.progress))
      save()
      return stop != .never || orders.isWaiting ? .stop : .goOn
    }
  }

  /// Ends a run that is done, or of which nothing more can come.
  private func finish(_ reason: TrainingOutcome.Reason, _ outcome: TrainingOutcome? = nil) {
    guard let run else { return }
    run.end = reason
    let kept = (outcome?.history ?? run.trainer.history).keptEpoch
    tell(.ended(reason, keptEpoch: kept))
    if let outcome { run.outcome = outcome }
    guard kept == nil else { return keep() }
    store.clear()
    tell(.phase(.ended))
  }

  private func endByHand() {
    guard let run, run.trainer.history.epochs > 0 else { return }
    if run.end == nil { finish(.interrupted) } else { keep() }
  }

  private func keep() {
    guard let run, let end = run.end else { return }
    tell(.phase(.keeping))
    do {
      let outcome = try run.outcome ?? run.trainer.finish(end)
      run.outcome = outcome
      let kept = try LearnKeeper(models: surroundings.models).keep(
        outcome, title: run.plan.title, configuration: configuration(of: run), pictures: run.pictures)
      store.clear()
      tell(.kept(kept))
    } catch {
      tell(.failed("\(error)"))
    }
    tell(.phase(.ended))
  }

  private func configuration(of run: LearnRun) -> RunConfiguration {
    run.plan.configuration(
      dataset: run.pictures.name, pictures: run.pictures.set.digits.count, program: surroundings.program)
  }

  private func save() {
    guard let run, run.hasMoved, run.end == nil else { return }
    store.save(run, configuration(of: run))
  }
}

extension LearnPlan {
  /// The plan of a run that was kept.
  init(resuming contents: LearnSlot.Contents) {
    let checkpoint = contents.checkpoint
    let preset = LearnPreset(layers: checkpoint.spec.text, learningRate: checkpoint.options.learningRate)
    self.init(checkpoint.options, checkpoint.spec, name: checkpoint.name, title: preset.modelTitle)
    (csv, folder) = (contents.csv, contents.folder)
  }
}
