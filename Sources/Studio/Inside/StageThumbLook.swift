import Graphics
import Recognition
import Toolkit

/// One of the pictures of 28 × 28 pixels on the way to the network.
struct StageThumbLook: Look {
  var image: GrayImage?
  /// Whether the box of 20 × 20 is shown.
  var hasFrame = false
  /// The centre of mass, which moves to the middle.
  var center: SIMD2<Float>?

  var text: String { image == nil ? "empty" : "28×28" }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    draw(on: context, in: frame, theme: state.theme, hairline: state.hairline)
  }

  /// Draws on a screen or for a file.
  func draw(on context: Context, in frame: Rect, theme: Theme, hairline: Double) {
    context.fill(frame, with: theme.canvas)
    if let image {
      let pixels = PixelImage(
        gray: image.pixels, width: image.width, height: image.height, paper: theme.canvas, ink: theme.ink)
      context.draw(pixels, in: frame)
    }
    let unit = frame.width / Double(Framing.side)
    if hasFrame {
      let border = Double(Framing.side - Framing.digitSide) / 2 * unit
      context.stroke(
        Path(frame.inset(by: border)), with: Graphics.Stroke(theme.accent, width: max(1, hairline), dash: [3, 3]))
    }
    if image != nil, let center { drawCenter(center, on: context, in: frame, unit, theme) }
    context.stroke(Path(frame.inset(by: hairline / 2)), with: Graphics.Stroke(theme.edge, width: hairline))
  }

  /// A cross in the middle, and a dot where the centre of mass is, with the way between them.
  private func drawCenter(_ center: SIMD2<Float>, on context: Context, in frame: Rect, _ unit: Double, _ theme: Theme) {
    let middle = Double(Framing.side / 2) + 0.5
    let target = Point(x: frame.x + middle * unit, y: frame.y + middle * unit)
    let mass = Point(
      x: frame.x + (Double(center.x) + 0.5) * unit, y: frame.y + (Double(center.y) + 0.5) * unit)
    let arm = 3 * unit
    var cross = Path(through: [Point(x: target.x - arm, y: target.y), Point(x: target.x + arm, y: target.y)])
    cross.move(to: Point(x: target.x, y: target.y - arm))
    cross.line(to: Point(x: target.x, y: target.y + arm))
    for (color, width) in [(theme.canvas, 4.0), (theme.accent, 2.0)] {
      context.stroke(cross, with: Graphics.Stroke(color, width: width))
      context.stroke(Path(through: [mass, target]), with: Graphics.Stroke(color, width: width))
      context.fill(Path(circleAt: mass, radius: width == 4 ? 5 : 3.5), with: color)
    }
  }
}
