package import Training

/// What the learn screen shows.
package struct LearnState: Equatable {
  /// A model that came of a training.
  package struct Kept: Equatable, Sendable {
    package var name: String
    /// Of the test digits.
    package var accuracy: Double
  }

  /// How a training has ended.
  package struct End: Equatable, Sendable {
    package var reason: TrainingOutcome.Reason
    /// 0-based.
    package var keptEpoch: Int?
  }

  /// Which curves are shown.
  package enum Curves: String, Equatable, Sendable {
    case batches, epochs
  }

  /// Which part a small window shows.
  package enum Page: String, CaseIterable, Equatable, Sendable {
    case settings, curves, guess

    /// What stands on its segment.
    var title: String {
      switch self {
      case .settings: "Settings"
      case .curves: "Curves"
      case .guess: "Guess and filters"
      }
    }
  }

  package var settings = LearnSettings()
  package var phase = LearnPhase.none
  /// What the present run was begun with.
  package var plan: LearnPlan?
  package var loading: DigitRun.Step?
  /// Why there are no digits to train with.
  package var trouble: DigitTrouble?
  /// Why it could not begin or go on.
  package var failure: String?
  package var progress: LearnProgress?
  package var end: End?
  package var kept: Kept?
  /// Why what was learned is not on the disk.
  package var saveProblem: String?
  /// Whether there is a run of an earlier start that could not be taken up yet.
  package var hasLeftover = false
  /// How often the network has come to be looked at.
  package var snapshot = 0
  /// What the network that learns makes of the ink; nil while there is none.
  package var guess: [Float]?
  /// Whether the smoothed lines have their values behind them.
  package var smoothing = 0.6
  /// nil: epochs as soon as there are two.
  package var chosenCurves: Curves?
  /// The point of the curves under the pointer, from 1.
  package var pointed: Int?
  package var page = Page.settings
  /// Where text that is pasted goes.
  var pasteField: LearnField?

  /// Nothing has been trained.
  package init() {}

  /// The curves that are shown.
  package var curves: Curves { chosenCurves ?? ((progress?.history.epochs ?? 0) >= 2 ? .epochs : .batches) }
}
