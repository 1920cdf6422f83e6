public import Graphics
public import Ink

/// A whole drawing as a picture: for export, printing and small views, with the lines that the canvas shows.
///
/// Lines are paths that can be scaled and edited: drawn along their middle where the width stays the same, outlines
/// otherwise.
public struct DrawingPicture: Sendable {
  public let drawing: Drawing
  public var pen: InkPen
  /// The part of the drawing that is shown, a square or not; nothing beyond is.
  public var shown: Rect
  public var ink: Color
  /// What is beneath; nil leaves it see-through.
  public var paper: Color?
  /// Why the picture beneath the ink is left out, if it is.
  public let problem: PictureError?
  private let image: PixelImage?

  /// A picture of `drawing`, whose placed picture is decoded now.
  public init(
    _ drawing: Drawing, pen: InkPen, ink: Color, paper: Color? = nil, shown: Rect = CanvasSpace.bounds
  ) {
    (self.drawing, self.pen, self.ink, self.paper, self.shown) = (drawing, pen, ink, paper, shown)
    do throws(PictureError) {
      image = try drawing.image.map { (placed) throws(PictureError) in try PictureFile.decode(placed.png) }
      problem = nil
    } catch {
      image = nil
      problem = error
    }
  }

  /// Draws it as large as fits into the middle of `rect`.
  public func draw(on context: Context, in rect: Rect) {
    guard shown.width > 0, shown.height > 0 else { return }
    let scale = min(rect.width / shown.width, rect.height / shown.height)
    let size = Size(width: shown.width * scale, height: shown.height * scale)
    let place = Rect(
      x: rect.midX - size.width / 2, y: rect.midY - size.height / 2, width: size.width, height: size.height)
    let mapping = InkMapping(
      origin: Point(x: shown.x, y: shown.y), scale: scale, target: Point(x: place.x, y: place.y))
    context.clipped(to: place) {
      if let paper { context.fill(place, with: paper) }
      drawImage(on: context, mapping)
      for stroke in drawing.strokes { draw(stroke, on: context, mapping) }
    }
  }

  private func drawImage(on context: Context, _ mapping: InkMapping) {
    guard let image, let box = drawing.image?.box else { return }
    let corner = mapping.place(InkPoint(x: box.x, y: box.y))
    let opposite = mapping.place(InkPoint(x: box.x + box.width, y: box.y + box.height))
    guard let surface = try? ImageSurface(image) else { return }
    let rect = Rect(x: corner.x, y: corner.y, width: opposite.x - corner.x, height: opposite.y - corner.y)
    context.draw(surface, in: rect, isSmooth: PictureLayer.isSmooth(surface, shownIn: rect))
  }

  private func draw(_ stroke: Ink.Stroke, on context: Context, _ mapping: InkMapping) {
    let curves = StrokeCurves(stroke.points, pen: pen, mapping: mapping)
    // Parts are as fine as on a canvas of a thousand pixels, whatever the size.
    let tolerance = InkCurve.tolerance * max(shown.width, shown.height) * mapping.scale / CanvasSpace.side
    if curves.count > 1, !curves.heedsPressure {
      let width = pen.width * mapping.scale
      context.stroke(curves.middle(tolerance: tolerance), with: Graphics.Stroke(ink, width: width, isRound: true))
    } else {
      context.fill(StrokeOutline(curves.samples(tolerance: tolerance)).path, with: ink)
    }
  }
}

extension StrokeCurves {
  /// The middle of the line.
  fileprivate func middle(tolerance: Double) -> Path {
    var path = Path()
    path.move(to: self[0].start.place)
    for index in 0..<count {
      let curve = self[index]
      if index == 0 || index == count - 1 {
        path.line(to: curve.end.place)
      } else if curve.turnsSharply {
        // Programs that draw along a curve leave out the round corner where it turns back.
        for sample in curve.samples(tolerance: tolerance) { path.line(to: sample.place) }
      } else {
        // The same curve with two control points instead of one.
        path.curve(
          to: curve.end.place, control: curve.start.mixed(with: curve.control, share: 2 / 3).place,
          curve.end.mixed(with: curve.control, share: 2 / 3).place)
      }
    }
    return path
  }

  /// Places along the line, which straight parts join.
  fileprivate func samples(tolerance: Double) -> [InkSample] {
    guard count > 0 else { return [] }
    var samples = [self[0].start]
    for index in 0..<count {
      let curve = self[index]
      samples += curve.samples(tolerance: tolerance)
    }
    return samples
  }
}

extension InkCurve {
  /// Whether it turns by more than a right angle.
  fileprivate var turnsSharply: Bool {
    (control.x - start.x) * (end.x - control.x) + (control.y - start.y) * (end.y - control.y) < 0
  }

  /// Places along the curve behind its start, which straight parts join.
  fileprivate func samples(tolerance: Double) -> [InkSample] {
    let parts = partCount(tolerance: tolerance)
    return (1...parts).map { sample(at: Double($0) / Double(parts)) }
  }
}
