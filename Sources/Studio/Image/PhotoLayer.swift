import Graphics

/// A photograph as the pixels of the screen, made once for each size. For one thread.
final class PhotoLayer {
  private var photo: Photo?
  private var size = PixelSize(width: 0, height: 0)
  private var surface: ImageSurface?

  /// Shows `photo` in `size` pixels; does nothing where that is what it shows.
  func show(_ photo: Photo?, size: PixelSize) {
    guard photo != self.photo || size != self.size else { return }
    (self.photo, self.size, surface) = (photo, size, nil)
    guard let photo, size.width > 0, size.height > 0 else { return }
    // Averages first: a blur alone would skip pixels where there are several for one.
    let small = photo.pixels.shrunk(to: 2 * max(size.width, size.height))
    guard let original = try? ImageSurface(small),
      let scaled = try? ImageSurface(width: size.width, height: size.height)
    else { return }
    let whole = Rect(x: 0, y: 0, width: Double(size.width), height: Double(size.height))
    // A few large pixels are what there is to see.
    let isSmooth = size.width < 4 * small.width
    try? scaled.draw { $0.draw(original, in: whole, isSmooth: isSmooth) }
    surface = scaled
  }

  /// Draws the photograph over `rect`.
  func draw(on context: Context, in rect: Rect) {
    if let surface { context.draw(surface, in: rect, isSmooth: false) }
  }
}
