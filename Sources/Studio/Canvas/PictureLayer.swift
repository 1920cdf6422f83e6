public import Graphics
public import Ink

/// The picture beneath the ink, decoded once and kept as the pixels of the screen. For one thread.
public final class PictureLayer {
  /// Grows whenever the picture, its place or its size has changed.
  public private(set) var revision = 0
  /// Why there is no picture where one was placed.
  public private(set) var problem: PictureError?

  private var placed: PlacedImage?
  private var side = 0
  private var original: ImageSurface?
  /// The part of the picture that is on the canvas, and where that is in pixels.
  private var visible: ImageSurface?
  private var place = PixelRect(x: 0, y: 0, width: 0, height: 0)

  /// No picture.
  public init() {}

  /// Shows `image` on a canvas of `side` pixels; does nothing where that is what it shows.
  public func show(_ image: PlacedImage?, side: Int) throws(GraphicsError) {
    guard image != placed || side != self.side else { return }
    revision += 1
    if image?.png != placed?.png { decode(image) }
    (placed, self.side) = (image, side)
    try scale()
  }

  /// Whether a picture is shown blurred: when it grows a lot its pixels are what there is to see.
  static func isSmooth(_ image: ImageSurface, shownIn rect: Rect) -> Bool { rect.width < 4 * Double(image.width) }

  private func decode(_ image: PlacedImage?) {
    (original, problem) = (nil, nil)
    guard let image else { return }
    do throws(PictureError) {
      let pixels = try PictureFile.decode(image.png)
      original = try? ImageSurface(pixels)
    } catch {
      problem = error
    }
  }

  private func scale() throws(GraphicsError) {
    visible = nil
    guard let original, let box = placed?.box, side > 0 else { return }
    let scale = Double(side) / CanvasSpace.side
    let rect = Rect(x: box.x * scale, y: box.y * scale, width: box.width * scale, height: box.height * scale)
    place = PixelRect(covering: rect, scale: 1).intersection(PixelRect(x: 0, y: 0, width: side, height: side))
    guard !place.isEmpty else { return }
    let surface = try ImageSurface(width: place.width, height: place.height)
    let context = try Context(on: surface)
    let local = Rect(x: rect.x - Double(place.x), y: rect.y - Double(place.y), width: rect.width, height: rect.height)
    context.draw(original, in: local, isSmooth: PictureLayer.isSmooth(original, shownIn: local))
    try context.finish()
    visible = surface
  }

  /// Whether anything of a picture is seen.
  var isShown: Bool { visible != nil }

  /// Draws the picture on a canvas that lies in `frame`.
  func draw(on context: Context, in frame: Rect) {
    guard let visible else { return }
    let unit = frame.width / Double(side)
    let rect = Rect(
      x: frame.x + Double(place.x) * unit, y: frame.y + Double(place.y) * unit, width: Double(place.width) * unit,
      height: Double(place.height) * unit)
    context.draw(visible, in: rect)
  }
}
