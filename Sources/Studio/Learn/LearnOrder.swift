/// What a training is told to do.
package enum LearnOrder: Equatable, Sendable {
  /// Begin anew; digits that are not here are fetched where that is said.
  case rewind(LearnPlan, fetches: Bool)
  /// Go on where an earlier start was left.
  case resume(fetches: Bool)
  case play, batch, epoch
  case pause
  /// End here: test, and write the model.
  case keep
  /// Save and end: the window is closed.
  case close

  /// Whether what is being prepared is for nothing.
  var endsPreparing: Bool {
    switch self {
    case .play, .batch, .epoch: false
    case .rewind, .resume, .pause, .keep, .close: true
    }
  }
}
