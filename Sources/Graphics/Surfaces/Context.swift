import CCairo

/// Draws on a surface; the first thing that goes wrong stays and is thrown by `finish()`.
public final class Context {
  let raw: OpaquePointer
  private let surface: Surface
  /// Whether there are pixels that text can stand on.
  private let hasPixels: Bool

  /// A context that keeps `surface` alive.
  public init(on surface: Surface) throws(GraphicsError) {
    guard let raw = cairo_create(surface.raw) else { throw .drawing(operation: "begin", status: "no context") }
    let status = cairo_status(raw)
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_destroy(raw)
      throw .drawing(operation: "begin", status: text(of: status))
    }
    self.raw = raw
    self.surface = surface
    hasPixels = !(surface is DocumentSurface)
    let options = Font.makeOptions()
    cairo_set_font_options(raw, options)
    cairo_font_options_destroy(options)
  }

  deinit { cairo_destroy(raw) }

  /// Throws if anything drawn so far went wrong.
  public func finish() throws(GraphicsError) {
    try checkStatus(cairo_status(raw), "draw")
    cairo_surface_flush(surface.raw)
    try surface.check("draw")
  }

  /// Runs `body` and puts clip and transform back to what they were.
  public func saving<Result>(_ body: () throws -> Result) rethrows -> Result {
    cairo_save(raw)
    defer { cairo_restore(raw) }
    return try body()
  }

  /// Runs `body` with everything outside `rect` left alone.
  public func clipped<Result>(to rect: Rect, _ body: () throws -> Result) rethrows -> Result {
    try clipped(to: Path(rect), body)
  }

  /// Runs `body` with everything outside `path` left alone.
  public func clipped<Result>(to path: Path, _ body: () throws -> Result) rethrows -> Result {
    try saving {
      append(path)
      cairo_clip(raw)
      return try body()
    }
  }

  /// Moves the origin.
  public func translate(x: Double, y: Double) { cairo_translate(raw, x, y) }

  /// Makes everything drawn from now on larger or smaller.
  public func scale(by factor: Double) { cairo_scale(raw, factor, factor) }

  /// Turns everything drawn from now on clockwise, in radians.
  public func rotate(by angle: Double) { cairo_rotate(raw, angle) }

  /// Covers all of the clip.
  public func paint(_ color: Color) {
    setSource(color)
    cairo_paint(raw)
  }

  /// Fills the inside of `path`.
  public func fill(_ path: Path, with color: Color) {
    append(path)
    setSource(color)
    cairo_fill(raw)
  }

  /// Fills a rectangle.
  public func fill(_ rect: Rect, with color: Color) { fill(Path(rect), with: color) }

  /// Draws along `path`.
  public func stroke(_ path: Path, with stroke: Stroke) {
    append(path)
    strokePath(with: stroke)
  }

  private func strokePath(with stroke: Stroke) {
    setSource(stroke.color)
    cairo_set_line_width(raw, stroke.width)
    cairo_set_line_cap(raw, stroke.isRound ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    cairo_set_line_join(raw, stroke.isRound ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
    cairo_set_dash(raw, stroke.dash, Int32(stroke.dash.count), 0)
    cairo_stroke(raw)
  }

  /// Writes `text` with its baseline beginning at `origin`, moved to whole pixels where there are any and nothing is turned.
  public func draw(_ text: String, at origin: Point, font: Font, color: Color) {
    let origin = onWholePixels(origin)
    cairo_select_font_face(raw, font.shownFamily, CAIRO_FONT_SLANT_NORMAL, font.weight.raw)
    cairo_set_font_size(raw, font.size)
    setSource(color)
    cairo_move_to(raw, origin.x, origin.y)
    cairo_show_text(raw, text)
    cairo_new_path(raw)
  }

  /// Draws along the outlines of the letters of `text`.
  public func outline(_ text: String, at origin: Point, font: Font, with stroke: Stroke) {
    cairo_select_font_face(raw, font.shownFamily, CAIRO_FONT_SLANT_NORMAL, font.weight.raw)
    cairo_set_font_size(raw, font.size)
    cairo_new_path(raw)
    cairo_move_to(raw, origin.x, origin.y)
    cairo_text_path(raw, text)
    strokePath(with: stroke)
  }

  /// Draws `image` over `rect`, each of its pixels a sharp rectangle.
  public func draw(_ image: PixelImage, in rect: Rect) {
    guard image.width > 0, image.height > 0,
      let source = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(image.width), Int32(image.height))
    else { return }
    defer { cairo_surface_destroy(source) }
    copy(image, to: source)
    saving {
      cairo_translate(raw, rect.x, rect.y)
      cairo_scale(raw, rect.width / Double(image.width), rect.height / Double(image.height))
      cairo_set_source_surface(raw, source, 0, 0)
      cairo_pattern_set_filter(cairo_get_source(raw), CAIRO_FILTER_NEAREST)
      cairo_rectangle(raw, 0, 0, Double(image.width), Double(image.height))
      cairo_fill(raw)
    }
  }

  private func copy(_ image: PixelImage, to source: OpaquePointer) {
    guard let data = cairo_image_surface_get_data(source) else { return }
    let stride = Int(cairo_image_surface_get_stride(source))
    image.pixels.withUnsafeBytes { pixels in
      for row in 0..<image.height {
        let bytes = UnsafeRawBufferPointer(rebasing: pixels[row * image.width * 4..<(row + 1) * image.width * 4])
        UnsafeMutableRawPointer(data).advanced(by: row * stride).copyMemory(
          from: bytes.baseAddress ?? UnsafeRawPointer(data), byteCount: bytes.count)
      }
    }
    cairo_surface_mark_dirty(source)
  }

  private func setSource(_ color: Color) { cairo_set_source_rgba(raw, color.red, color.green, color.blue, color.alpha) }

  private func append(_ path: Path) {
    cairo_new_path(raw)
    for element in path.elements {
      switch element {
      case .move(let point): cairo_move_to(raw, point.x, point.y)
      case .line(let point): cairo_line_to(raw, point.x, point.y)
      case .curve(let first, let second, let end):
        cairo_curve_to(raw, first.x, first.y, second.x, second.y, end.x, end.y)
      case .close: cairo_close_path(raw)
      }
    }
  }

  /// The nearest point whose device coordinates are whole; in a document of vectors the point itself.
  private func onWholePixels(_ point: Point) -> Point {
    guard hasPixels else { return point }
    var matrix = cairo_matrix_t()
    cairo_get_matrix(raw, &matrix)
    guard matrix.xy == 0, matrix.yx == 0 else { return point }
    var (x, y) = (point.x, point.y)
    cairo_user_to_device(raw, &x, &y)
    var (scaleX, scaleY) = (1.0, 1.0)
    cairo_surface_get_device_scale(surface.raw, &scaleX, &scaleY)
    x = (x * scaleX).rounded() / scaleX
    y = (y * scaleY).rounded() / scaleY
    cairo_device_to_user(raw, &x, &y)
    return Point(x: x, y: y)
  }
}
