package import Graphics
package import Recognition

/// What happens to the part that says why a digit is read.
package enum WhyAction: Equatable {
  /// The ink of a revision has been explained with the model of a directory; nil where there is nothing to explain.
  case explained(InkExplanation?, revision: Int, directory: String)
  /// Whether the training digits are here for the model of a directory.
  case digits(WhyState.Digits, directory: String)
  /// The training digits that are like the ink of a revision.
  case found([NearDigit], revision: Int, directory: String)
  /// The pointer is at a place of the map, which has a size, or no longer.
  case pointed(Point?, Size)
}
