package import Graphics

/// What happens to the learn screen.
package enum LearnAction: Equatable {
  case loading(DigitRun.Step)
  case missing(DigitTrouble)
  case failed(String)
  case ready(LearnPlan, LearnProgress)
  case phase(LearnPhase)
  case moved(LearnProgress)
  case ended(LearnState.End)
  case kept(LearnState.Kept)
  case saveProblem(String?)
  /// The network has come to be looked at again.
  case changed
  /// What it makes of the ink; nil: there is none.
  case guessed([Float]?)
  /// A run of an earlier start is there.
  case leftover
  /// It cannot be taken up here.
  case nothingLeft
  case csv(String)
  case pointedAt(Point?, Size)
  /// The pointer is held at a character of a field.
  case pointedAtText(LearnField, Int, isPress: Bool)
}
