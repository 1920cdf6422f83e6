package import Graphics
package import Toolkit

/// What happens to the performance screen.
package enum PerformanceAction: Equatable {
  /// The files of a model have been read.
  case found(ModelFindings)
  /// A reading of the test digits has come so far, has ended with answers, or without.
  case progressed(DigitRun.Step, run: Int)
  case tested(TestAnswers, run: Int)
  case notTested(DigitTrouble, run: Int)
  /// The digits are to be read from a folder.
  case chosen(folder: String)
  /// An answer has taken this long.
  case timed(Duration)
  /// The pointer is at a place of an area of a size, or no longer.
  case pointed(ControlName, Point?, Size)
  case pressed(ControlName, Point, Size)
  case released(ControlName, Point, Size)
}
