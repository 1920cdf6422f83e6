import CCairo

extension Context {
  /// The smallest rectangle around what can be drawn on now, in units.
  public var clipBounds: Rect {
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    cairo_clip_extents(raw, &left, &top, &right, &bottom)
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// Covers `rect` with `color`, each pixel as much as `mask`, scaled into the rectangle, says.
  public func paint(_ color: Color, through mask: MaskSurface, in rect: Rect) {
    guard rect.width > 0, rect.height > 0 else { return }
    saving {
      cairo_translate(raw, rect.x, rect.y)
      cairo_scale(raw, rect.width / Double(mask.width), rect.height / Double(mask.height))
      cairo_set_source_rgba(raw, color.red, color.green, color.blue, color.alpha)
      cairo_mask_surface(raw, mask.raw, 0, 0)
    }
  }

  /// Sides beyond this range cannot be drawn: the factor from picture to screen would be no number for the library.
  private static let sidesOfImages = 0.01...100_000.0

  /// Draws all of `image` over `rect`, blurred where it has to grow or shrink, or with each pixel a sharp rectangle.
  ///
  /// A rectangle that is too small or too large by orders of magnitude stays as it is.
  public func draw(_ image: ImageSurface, in rect: Rect, isSmooth: Bool = true) {
    let sides = Context.sidesOfImages
    guard sides.contains(rect.width), sides.contains(rect.height) else { return }
    saving {
      cairo_translate(raw, rect.x, rect.y)
      // The image's own scale makes it this large in units.
      let size = image.size
      cairo_scale(raw, rect.width / size.width, rect.height / size.height)
      cairo_set_source_surface(raw, image.raw, 0, 0)
      cairo_pattern_set_filter(cairo_get_source(raw), isSmooth ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST)
      // Pixels beyond the edge are those at the edge: otherwise a picture that grows fades out there.
      cairo_pattern_set_extend(cairo_get_source(raw), CAIRO_EXTEND_PAD)
      cairo_rectangle(raw, 0, 0, size.width, size.height)
      cairo_fill(raw)
    }
  }
}
