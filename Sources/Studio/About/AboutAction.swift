package import Graphics

/// What happens to the screen about the program and its model.
package enum AboutAction: Equatable {
  /// The card of the model of a directory has been read.
  case card([CardBlock], directory: String)
  /// The text was taken hold of, and pulled.
  case pressed(Point)
  case dragged(Point)
}
