package import NeuralNet
package import Training

/// What a training says, from its thread to the screen.
package enum LearnReport: Sendable {
  /// The digits are being read or fetched.
  case loading(DigitRun.Step)
  /// There are no digits to train with.
  case missing(DigitTrouble)
  /// It cannot begin or go on, in one sentence.
  case failed(String)
  /// A network is ready, at the beginning or where it was left.
  case ready(LearnPlan, LearnProgress)
  case phase(LearnPhase)
  case moved(LearnProgress)
  /// The network as it is now.
  case snapshot(Model)
  case ended(TrainingOutcome.Reason, keptEpoch: Int?)
  /// The model was tested and written.
  case kept(LearnState.Kept)
  /// Why what was learned is not on the disk; nil: it is again.
  case saveProblem(String?)
  /// What an earlier start has left cannot be taken up here.
  case nothingLeft
  /// An order has been carried out.
  case done
}
