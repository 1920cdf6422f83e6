package import Graphics
package import Toolkit

/// What happens to the Inside screen.
package enum InsideAction: Equatable {
  /// The network of a model is ready to be looked into.
  case loaded([InsideStage], directory: String)
  case failed(reason: String, directory: String)
  /// What it says about the newest picture.
  case found(InsideFindings)
  /// The pointer is at a place of an area of a size, or no longer.
  case pointed(ControlName, Point?, Size)
  case pressed(ControlName, Point, Size)
}
