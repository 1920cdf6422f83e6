public import Graphics

/// One visible thing of a drawing.
public indirect enum Mark: Equatable, Sendable {
  case filled(Path, Color)
  case stroked(Path, Stroke)
  case label(Label)
  /// Sharp pixels over a rectangle.
  case image(PixelImage, Rect)
  /// Marks of which only the part inside the rectangle shows.
  case clipped(Rect, [Mark])

  func draw(on context: Context) {
    switch self {
    case .filled(let path, let color): context.fill(path, with: color)
    case .stroked(let path, let stroke): context.stroke(path, with: stroke)
    case .label(let label): label.draw(on: context)
    case .image(let image, let rect): context.draw(image, in: rect)
    case .clipped(let rect, let marks): context.clipped(to: rect) { for mark in marks { mark.draw(on: context) } }
    }
  }
}
