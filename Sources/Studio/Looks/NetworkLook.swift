import Graphics
import Recognition
import Toolkit

/// What the network sees: 28 × 28 pixels, each several pixels of the screen, and the one under the pointer.
struct NetworkLook: Look {
  var image: GrayImage?
  /// Column and row.
  var pixel: SIMD2<Int>?

  var text: String { image == nil ? "empty" : "28×28" }

  /// Which pixel lies at a place of a picture of `side` units.
  static func pixel(at place: Point, side: Double) -> SIMD2<Int>? {
    let unit = side / Double(Framing.side)
    let (x, y) = (Int((place.x / unit).rounded(.down)), Int((place.y / unit).rounded(.down)))
    return (0..<Framing.side).contains(x) && (0..<Framing.side).contains(y) ? SIMD2(x, y) : nil
  }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    context.fill(frame, with: theme.canvas)
    if let image {
      let picture = PixelImage(
        gray: image.pixels, width: image.width, height: image.height, paper: theme.canvas, ink: theme.ink)
      context.draw(picture, in: frame)
    }
    context.stroke(Path(frame.inset(by: state.hairline / 2)), with: Graphics.Stroke(theme.edge, width: state.hairline))
    guard let pixel, image != nil else { return }
    let unit = frame.width / Double(Framing.side)
    let cell = Rect(
      x: frame.x + Double(pixel.x) * unit, y: frame.y + Double(pixel.y) * unit, width: unit, height: unit)
    context.stroke(Path(cell.inset(by: -2)), with: Graphics.Stroke(theme.background, width: 4))
    context.stroke(Path(cell.inset(by: -1)), with: Graphics.Stroke(theme.accent, width: 2))
  }
}
