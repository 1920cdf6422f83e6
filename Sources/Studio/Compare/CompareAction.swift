package import Graphics
package import Toolkit

/// What happens to the compare screen.
package enum CompareAction: Equatable {
  case loaded(String, ComparedModel)
  /// These are the small models that can be compared besides the others.
  case racers([ModelEntry])
  case failed(String, reason: String)
  /// What a model makes of the newest ink.
  case read(String, Reading)
  /// There is nothing to read any more.
  case cleared
  /// The pointer is at a place of an area of a size, or no longer; or it has pressed there.
  case pointed(ControlName, Point?, Size)
  case pressed(ControlName, Point, Size)
}

/// What the compare screen wants done outside of the state.
package enum CompareEffect: Equatable {
  /// Find out which models there are.
  case list
  case load(ModelEntry)
  /// A model is not compared any more.
  case forget(String)
}
