package import Graphics
package import Recognition

/// What happens to the image screen.
package enum ImageAction: Equatable {
  case opened(Photo)
  case failed(String)
  /// A picture has been looked through, perhaps with older corrections.
  case found(PictureFindings, in: Photo)
  case answered(Reading)
  /// The original was pressed or dragged at a place of an area of a size.
  case pressed(Point, Size)
  case dragged(Point, Size)
}

/// What the image screen wants done outside of the state.
package enum ImageEffect: Equatable {
  case open(path: String)
  /// Look through the picture with the corrections as they are.
  case inspect
  /// Ask the network about the framed picture.
  case read
  /// Write what the network sees as a picture.
  case export(path: String)
  case putOnCanvas
}
