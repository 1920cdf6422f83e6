import Graphics
import Recognition
import Toolkit

/// The original and the crop on it: what is outside is dimmed, what can be pulled has a handle.
struct PhotoLook: Look {
  var photo: Photo
  var layer: PhotoLayer?
  var crop: PixelBox?

  private static let handle = 10.0

  var text: String {
    crop.map { "\(photo.name), \($0.width) × \($0.height) pixels of it" } ?? photo.name
  }

  static func == (one: PhotoLook, other: PhotoLook) -> Bool {
    one.photo == other.photo && one.layer === other.layer && one.crop == other.crop
  }

  func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let size = PixelSize(width: photo.pixels.width, height: photo.pixels.height)
    let place = PhotoPlace(size, in: frame.size, scale: state.scale)
    let picture = place.frame.offset(by: frame)
    // Shows through where the picture is transparent, whichever its ink is.
    context.fill(picture, with: theme.edge)
    layer?.draw(on: context, in: picture)
    guard let crop else {
      let edge = Path(picture.inset(by: -state.hairline / 2))
      return context.stroke(edge, with: Graphics.Stroke(theme.edge, width: state.hairline))
    }
    let inside = state.snapped(place.rect(of: crop).offset(by: frame))
    for part in picture.around(inside) { context.fill(part, with: theme.background.withAlpha(0.72)) }
    context.stroke(Path(inside.inset(by: -1)), with: Graphics.Stroke(theme.background, width: 4))
    context.stroke(Path(inside.inset(by: -1)), with: Graphics.Stroke(theme.accent, width: 2))
    for point in inside.handles { drawHandle(at: point, on: context, theme) }
  }

  private func drawHandle(at point: Point, on context: Context, _ theme: Theme) {
    let half = PhotoLook.handle / 2
    let box = Rect(x: point.x - half, y: point.y - half, width: 2 * half, height: 2 * half)
    context.fill(Path(box.inset(by: -1.5), radius: 3), with: theme.background)
    context.fill(Path(box, radius: 2), with: theme.accent)
  }
}

extension Rect {
  /// The same rectangle counted from the corner of another one.
  func offset(by other: Rect) -> Rect { Rect(x: x + other.x, y: y + other.y, width: width, height: height) }

  /// Corners and middles of the edges.
  fileprivate var handles: [Point] {
    [x, midX, maxX].flatMap { x in [y, midY, maxY].map { Point(x: x, y: $0) } }
      .filter { $0 != Point(x: midX, y: midY) }
  }

  /// The four parts that are left when `inside` is taken out.
  fileprivate func around(_ inside: Rect) -> [Rect] {
    [
      Rect(x: x, y: y, width: width, height: inside.y - y),
      Rect(x: x, y: inside.maxY, width: width, height: maxY - inside.maxY),
      Rect(x: x, y: inside.y, width: inside.x - x, height: inside.height),
      Rect(x: inside.maxX, y: inside.y, width: maxX - inside.maxX, height: inside.height),
    ].filter { $0.width > 0 && $0.height > 0 }
  }
}
