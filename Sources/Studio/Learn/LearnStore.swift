import Training

/// Keeps a training on the disk from start to start, and says when it cannot.
final class LearnStore {
  private(set) var slot: LearnSlot?
  private let state: String?
  private let tell: (String?) -> Void
  private var hasProblem = false
  private var saved: ContinuousClock.Instant
  private let clock = ContinuousClock()

  /// A crash costs no more than this.
  private static let betweenSaves = Duration.seconds(30)

  /// Keeps it in a state directory; nil keeps nothing. `tell` hears of problems, and when they are over.
  init(in state: String?, tell: @escaping (String?) -> Void) {
    (self.state, self.tell) = (state, tell)
    saved = clock.now
  }

  /// Takes the place of trainings, unless another window has it.
  func take(isSilent: Bool) {
    guard slot == nil, let state else { return }
    do throws(FileTrouble) {
      slot = try LearnSlot(in: state)
      guard slot == nil, !isSilent else { return }
      report("Another window keeps its training; this one is lost when the window is closed")
    } catch {
      if !isSilent { report(error.description) }
    }
  }

  /// Whether it is time to save again.
  var isDue: Bool { clock.now > saved + LearnStore.betweenSaves }

  /// Writes where a run is; training goes on where that fails.
  func save(_ run: LearnRun, _ configuration: RunConfiguration) {
    guard let slot else { return }
    saved = clock.now
    do {
      try slot.save(try run.trainer.checkpoint(), configuration, plays: run.isPlaying)
      report(nil)
    } catch {
      report("\(error)")
    }
  }

  /// Forgets what was kept.
  func clear() { slot?.clear() }

  /// Leaves the place to another window.
  func release() { slot = nil }

  private func report(_ problem: String?) {
    guard problem != nil || hasProblem else { return }
    hasProblem = problem != nil
    tell(problem)
  }
}
