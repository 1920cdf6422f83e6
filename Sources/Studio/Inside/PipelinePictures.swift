import Graphics
import Ink
import Recognition

/// The pictures of the pipeline for a file: the same that the screen shows, on white paper, with their names below.
struct PipelinePictures: Sendable {
  var drawing: Drawing
  var pen: InkPen
  var steps: Preprocessor.Steps
  /// nil where a picture is under the ink.
  var framing: Framing?
  /// What the network sees.
  var image: GrayImage?

  private static let side = 168.0
  private static let step = 200.0
  private static let margin = 24.0

  /// How large the file's picture is, in units.
  static let size = Size(
    width: 2 * margin + Double(PipelineStage.allCases.count - 1) * step + side, height: 2 * margin + side + 52)

  /// Draws everything.
  func draw(on context: Context) {
    let theme = Theme.light
    context.paint(theme.background)
    for (index, stage) in PipelineStage.allCases.enumerated() {
      let frame = Rect(
        x: PipelinePictures.margin + Double(index) * PipelinePictures.step, y: PipelinePictures.margin,
        width: PipelinePictures.side, height: PipelinePictures.side)
      draw(stage, on: context, in: frame, theme)
      let state = stage.step.map { steps.contains($0.step) ? "On" : "Off" }
      let count = drawing.strokes.count
      context.draw(
        stage.title, at: Point(x: frame.x, y: frame.maxY + 22), font: .bodyBold, color: theme.text)
      context.draw(
        state ?? "\(count) \(count == 1 ? "stroke" : "strokes")", at: Point(x: frame.x, y: frame.maxY + 44),
        font: .secondary, color: state == "Off" ? theme.warn : theme.muted)
    }
  }

  private func draw(_ stage: PipelineStage, on context: Context, in frame: Rect, _ theme: Theme) {
    switch stage {
    case .ink: drawInk(on: context, in: frame, view: CanvasSpace.bounds, box: nil, theme)
    case .box:
      let box = framing.map(PipelinePictures.box)
      drawInk(on: context, in: frame, view: box.map(PipelinePictures.view) ?? CanvasSpace.bounds, box: box, theme)
    case .margin:
      StageThumbLook(image: framing.map(PipelinePictures.placed), hasFrame: true)
        .draw(on: context, in: frame, theme: theme, hairline: 1)
    case .center:
      StageThumbLook(
        image: framing.map(PipelinePictures.placed), center: steps.contains(.center) ? framing?.centerOfMass : nil
      ).draw(on: context, in: frame, theme: theme, hairline: 1)
    case .pen: StageThumbLook(image: image).draw(on: context, in: frame, theme: theme, hairline: 1)
    }
  }

  private func drawInk(on context: Context, in frame: Rect, view: Rect, box: Rect?, _ theme: Theme) {
    let picture = DrawingPicture(drawing, pen: pen, ink: theme.ink, paper: theme.canvas)
    context.clipped(to: frame) {
      context.paint(theme.canvas)
      picture.draw(on: context, in: PipelinePictures.canvas(seen: view, in: frame))
    }
    PipelinePictures.outline(box, view, on: context, in: frame, theme, hairline: 1)
  }

  // MARK: Where things lie

  /// The box around the ink, in units of the canvas.
  static func box(_ framing: Framing) -> Rect {
    let (low, size) = (framing.box.low, framing.box.size)
    return Rect(x: low.x, y: low.y, width: size.x, height: size.y)
  }

  /// The square of the canvas that is shown for a box: a little more than it, the smallest boxes not enlarged too much.
  static func view(of box: Rect) -> Rect {
    let side = min(1e6, max(box.width, box.height, CanvasSpace.side * 0.05) * 1.3)
    return Rect(x: box.midX - side / 2, y: box.midY - side / 2, width: side, height: side)
  }

  /// Where the whole canvas lies when `view` of it fills `frame`.
  static func canvas(seen view: Rect, in frame: Rect) -> Rect {
    let unit = frame.width / view.width
    return Rect(
      x: frame.x - view.x * unit, y: frame.y - view.y * unit, width: CanvasSpace.side * unit,
      height: CanvasSpace.side * unit)
  }

  /// Draws the edge of a picture and the box in it.
  static func outline(
    _ box: Rect?, _ view: Rect, on context: Context, in frame: Rect, _ theme: Theme, hairline: Double
  ) {
    if let box {
      let unit = frame.width / view.width
      let place = Rect(
        x: frame.x + (box.x - view.x) * unit, y: frame.y + (box.y - view.y) * unit, width: box.width * unit,
        height: box.height * unit)
      context.clipped(to: frame) {
        context.stroke(Path(place), with: Graphics.Stroke(theme.accent, width: max(1, hairline)))
      }
    }
    context.stroke(Path(frame.inset(by: hairline / 2)), with: Graphics.Stroke(theme.edge, width: hairline))
  }

  /// The digit in its box, before it is moved, as it lies in 28 × 28 pixels.
  static func placed(_ framing: Framing) -> GrayImage {
    let boxed = framing.boxed
    guard boxed.width < Framing.side else { return boxed }
    var image = GrayImage(width: Framing.side, height: Framing.side)
    let offset = (Framing.side - boxed.width) / 2
    for y in 0..<boxed.height {
      for x in 0..<boxed.width { image[x + offset, y + offset] = boxed[x, y] }
    }
    return image
  }
}
