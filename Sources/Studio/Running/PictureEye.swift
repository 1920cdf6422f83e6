import Graphics
import Ink
import Recognition
import Synchronization

/// Looks at a placed picture with ink on it as the network has to see it, which takes too long for a frame.
final class PictureEye: Sendable {
  /// Side of the picture that is made of both.
  private static let side = 560
  private static let frame = Rect(x: 0, y: 0, width: Double(side), height: Double(side))

  /// A picture on paper, without the ink.
  private struct Paper: Sendable {
    let placed: PlacedImage
    let pixels: PixelImage
  }

  /// The picture that was looked at last: ink comes to it all the time, and decoding takes longer than the rest.
  private let paper = Mutex<Paper?>(nil)

  /// Looks at `drawing` with its pen of `penWidth` in canvas units.
  func look(at drawing: Drawing, penWidth: Double, revision: Int) -> FramedPicture {
    let clock = ContinuousClock()
    let start = clock.now
    let picture = untouched(drawing) ?? picture(of: drawing, penWidth: penWidth)
    let image = picture.flatMap { PictureFramer.frame($0) }
    return FramedPicture(image: image, revision: revision, time: start.duration(to: clock.now))
  }

  /// The placed picture itself where there is no ink on it: it is read as it would be read from its file.
  private func untouched(_ drawing: Drawing) -> Picture? {
    guard drawing.strokes.isEmpty, let png = drawing.image?.png else { return nil }
    return (try? PNG.decode(png)).map { Picture(width: $0.width, height: $0.height, pixels: $0.pixels) }
  }

  /// Picture and ink as one picture; nil where that cannot be drawn.
  func picture(of drawing: Drawing, penWidth: Double) -> Picture? {
    (try? pixels(of: drawing, penWidth: penWidth)).map {
      Picture(width: $0.width, height: $0.height, pixels: $0.pixels)
    }
  }

  /// Picture and ink as one picture, dark on light.
  private func pixels(of drawing: Drawing, penWidth: Double) throws -> PixelImage {
    let pen = InkPen(width: penWidth, pressure: .off)
    let surface = try ImageSurface(try paper(of: drawing, pen: pen))
    var ink = drawing
    ink.image = nil
    try surface.draw { DrawingPicture(ink, pen: pen, ink: Theme.light.ink).draw(on: $0, in: PictureEye.frame) }
    return try surface.pixels()
  }

  private func paper(of drawing: Drawing, pen: InkPen) throws -> PixelImage {
    if let known = paper.withLock({ $0 }), known.placed == drawing.image { return known.pixels }
    let surface = try ImageSurface(width: PictureEye.side, height: PictureEye.side, isOpaque: true)
    let picture = DrawingPicture(
      Drawing(image: drawing.image), pen: pen, ink: Theme.light.ink, paper: Theme.light.canvas)
    try surface.draw { picture.draw(on: $0, in: PictureEye.frame) }
    let pixels = try surface.pixels()
    paper.withLock { $0 = drawing.image.map { Paper(placed: $0, pixels: pixels) } }
    return pixels
  }
}
