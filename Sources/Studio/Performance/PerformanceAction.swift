package import Graphics
package import Toolkit

/// What happens to the performance screen.
package enum PerformanceAction: Equatable {
  /// The files of a model have been read.
  case found(ModelFindings)
  /// The model of a directory has read the test digits.
  case tested(TestAnswers, directory: String)
  case notTested(reason: String, directory: String)
  /// An answer has taken this long.
  case timed(Duration)
  /// The pointer is at a place of an area of a size, or no longer.
  case pointed(ControlName, Point?, Size)
  case pressed(ControlName, Point, Size)
}
