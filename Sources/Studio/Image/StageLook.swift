import Graphics
import Recognition
import Toolkit

/// A picture on its way to the network: ink on paper, perhaps with the box around the digit.
struct StageLook: Look {
  var image: GrayImage?
  var box: PixelBox?

  var text: String {
    guard let image else { return "empty" }
    return "\(image.width)×\(image.height)" + (box.map { ", box \($0.width)×\($0.height)" } ?? "")
  }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let frame = state.snapped(frame)
    context.fill(frame, with: theme.canvas)
    if let image { draw(image, on: context, in: frame, theme) }
    context.stroke(Path(frame.inset(by: state.hairline / 2)), with: Graphics.Stroke(theme.edge, width: state.hairline))
  }

  private func draw(_ image: GrayImage, on context: Context, in frame: Rect, _ theme: Theme) {
    let pixels = PixelImage(
      gray: image.pixels, width: image.width, height: image.height, paper: theme.canvas, ink: theme.ink)
    guard image.width > 0, image.height > 0, let surface = try? ImageSurface(pixels) else { return }
    let unit = min(frame.width / Double(image.width), frame.height / Double(image.height))
    let size = Size(width: unit * Double(image.width), height: unit * Double(image.height))
    let place = Rect(
      x: frame.midX - size.width / 2, y: frame.midY - size.height / 2, width: size.width, height: size.height)
    context.draw(surface, in: place)
    guard let box else { return }
    let outline = Rect(
      x: place.x + Double(box.left) * unit, y: place.y + Double(box.top) * unit, width: Double(box.width) * unit,
      height: Double(box.height) * unit)
    context.stroke(Path(outline.inset(by: -2)), with: Graphics.Stroke(theme.accent, width: 2))
  }
}
