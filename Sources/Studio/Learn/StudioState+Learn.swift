import Charts
import Graphics
import Reports
import Toolkit
import Training

extension StudioState {
  /// The run that the settings describe, or why there is none.
  package var learnPlan: Result<LearnPlan, LearnSettings.Problem> { learn.settings.plan(folder: settings.digits) }

  /// Takes what a training says, and what the pointer does there.
  mutating func update(_ action: LearnAction) -> [Effect] {
    switch action {
    case .loading(let step): learn.loading = step
    case .missing(let trouble): (learn.trouble, learn.loading) = (trouble, nil)
    case .failed(let reason):
      learn.failure = reason
      notice = Notice(.bad, reason)
    case .ready(let plan, let progress): beginLearning(plan, progress)
    case .phase(let phase): learn.phase = phase
    case .moved(let progress): learn.progress = progress
    case .ended(let end): endLearning(end)
    case .kept(let kept):
      learn.kept = kept
      learn.failure = nil
      let accuracy = NumberText.percent(kept.accuracy, 2)
      if learn.end?.reason != .diverged {
        notice = Notice(
          .good, "Kept as “\(kept.name)”: \(accuracy) % of the test digits are read right. Choose it as model")
      }
    case .saveProblem(let problem):
      learn.saveProblem = problem
      if let problem { notice = Notice(.warning, problem) }
    case .changed: learn.snapshot += 1
    case .guessed(let shares): learn.guess = shares
    case .leftover:
      learn.hasLeftover = true
      return [.learn(.give([.resume(fetches: false)]))]
    case .nothingLeft: learn.hasLeftover = false
    case .csv(let path): learn.settings.csv = path
    case .pointedAt(let place, let size):
      learn.pointed = place.flatMap { learnFigure?.epoch(at: $0, in: Rect(size)) }
    case .pointedAtText(let field, let character, let isPress):
      learn.settings[field].moveCursor(to: character, isSelecting: !isPress)
    }
    return []
  }

  private mutating func beginLearning(_ plan: LearnPlan, _ progress: LearnProgress) {
    if learn.hasLeftover {
      learn.settings = LearnSettings(plan)
      notice = Notice(.good, "The training of the last start is back, where it was: see Learn")
    }
    (learn.plan, learn.progress, learn.hasLeftover) = (plan, progress, false)
    (learn.trouble, learn.failure, learn.loading) = (nil, nil, nil)
    (learn.end, learn.kept, learn.guess, learn.pointed) = (nil, nil, nil, nil)
  }

  private mutating func endLearning(_ end: LearnState.End) {
    learn.end = end
    guard end.reason == .diverged else { return }
    notice = Notice(.bad, learn.endWords)
  }

  // MARK: Buttons

  /// Does what a control of the learn screen is for; nil where it belongs to another.
  mutating func pressLearn(_ name: ControlName) -> [Effect]? {
    if let preset = LearnPreset.allCases.first(where: { $0.control == name }) {
      overlay = nil
      learn.settings.choose(preset)
      return []
    }
    if let page = LearnState.Page.allCases.first(where: { $0.control == name }) { return set(\.learn.page, page) }
    switch name {
    case .learnPlay: return playOrPause()
    case .learnBatch: return advance(.batch)
    case .learnEpoch: return advance(.epoch)
    case .learnRewind: return rewind()
    case .learnNewSeed:
      learn.settings.chooseNewSeed()
      return rewind()
    case .learnKeep:
      guard learn.canKeep else { return [] }
      learn.phase = .keeping
      return [.learn(.give([.keep]))]
    case .learnCopy: return copyLearnSettings()
    case .learnPreset: return toggle(.learnPresets)
    case .learnAugment: learn.settings.augments.toggle()
    case .learnMNIST: learn.settings.csv = nil
    case .learnCSV: return chooseFile(for: .learnCSV)
    case .learnBatches: learn.chosenCurves = .batches
    case .learnEpochs: learn.chosenCurves = .epochs
    case .learnFetch:
      let effects: [Effect] = settings.digits == nil ? [] : prefer { $0.digits = nil }
      return effects + begin(fetches: true, then: .play)
    case .learnFolder: return chooseFile(for: .learnDigits)
    default: return nil
    }
    if name == .learnBatches || name == .learnEpochs { learn.pointed = nil }
    return []
  }

  mutating func playOrPause() -> [Effect] {
    guard learn.phase.isRunning else { return advance(.play) }
    if learn.phase != .preparing { learn.phase = .paused }
    return [.learn(.give([.pause]))]
  }

  /// Goes on by a batch, an epoch or for good; begins before where there is nothing to go on with.
  private mutating func advance(_ order: LearnOrder) -> [Effect] {
    guard learn.phase != .keeping else { return [] }
    let isBegun = learn.phase != .none && learn.phase != .ended
    let isStale = learn.progress?.isAtStart ?? false && (try? learnPlan.get()) != learn.plan
    guard isBegun, !isStale else { return begin(fetches: false, then: order) }
    learn.phase = order == .play ? .playing : .stepping
    return [.learn(.give([order]))]
  }

  private mutating func begin(fetches: Bool, then order: LearnOrder?) -> [Effect] {
    let first: LearnOrder
    if learn.hasLeftover {
      first = .resume(fetches: fetches)
    } else {
      switch learnPlan {
      case .success(let plan): first = .rewind(plan, fetches: fetches)
      case .failure(let problem):
        notice = Notice(.bad, problem.text)
        return []
      }
    }
    (learn.trouble, learn.failure, learn.phase) = (nil, nil, .preparing)
    if learn.page == .settings { learn.page = .curves }
    return [.learn(.give([first] + (order.map { [$0] } ?? [])))]
  }

  private mutating func rewind() -> [Effect] {
    learn.hasLeftover = false
    return begin(fetches: false, then: nil)
  }

  /// Has the digits read from a folder, and begins.
  mutating func train(withDigitsFrom folder: String?) -> [Effect] {
    guard let folder else { return [] }
    return prefer { $0.digits = folder } + begin(fetches: false, then: .play)
  }

  private mutating func copyLearnSettings() -> [Effect] {
    switch learnPlan {
    case .success(let plan):
      notice = Notice(.good, "Copied: the command that trains the same in a terminal")
      return [.copyText(plan.command)]
    case .failure(let problem):
      notice = Notice(.bad, problem.text)
      return []
    }
  }
}
