import Graphics
import Ink
import Recognition

/// What is looked for in each input.
enum Search {
  /// One digit.
  case digit(Recognizer)
  /// As many as there are, side by side.
  case number(NumberReader)

  /// What the ink says, or the picture where there is no ink.
  func finding(in drawing: Drawing) throws(PictureError) -> Finding {
    if let image = drawing.image, drawing.pointCount == 0 { return finding(in: try PictureFile.decode(image.png)) }
    switch self {
    case .digit(let recognizer): return .digit(recognizer.recognize(drawing.strokes, penWidth: drawing.width))
    case .number(let reader): return .number(reader.read(drawing.strokes, penWidth: drawing.width))
    }
  }

  /// What a picture from a file says.
  func finding(in image: PixelImage) -> Finding {
    let picture = Picture(width: image.width, height: image.height, pixels: image.pixels)
    switch self {
    case .digit(let recognizer):
      // A frame without ink is answered as such.
      let blank = GrayImage(width: Framing.side, height: Framing.side)
      return .digit(recognizer.recognize(frame: PictureFramer.frame(picture) ?? blank))
    case .number(let reader): return .number(reader.read(picture))
    }
  }
}
