import CCairo

/// An image in memory; one user unit is `scale` pixels.
public final class ImageSurface: Surface {
  /// Columns of pixels.
  public let width: Int
  /// Rows of pixels.
  public let height: Int

  /// The longest side that can be drawn on.
  public static let maximumSide = 32_767

  /// A see-through image of `width` × `height` pixels; an opaque one is smaller as a PNG.
  public init(width: Int, height: Int, scale: Double = 1, isOpaque: Bool = false) throws(GraphicsError) {
    let sides = 1...ImageSurface.maximumSide
    guard sides.contains(width), sides.contains(height) else { throw .badSize(width: width, height: height) }
    self.width = width
    self.height = height
    let format = isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32
    try super.init(
      adopting: cairo_image_surface_create(format, Int32(width), Int32(height)), operation: "make an image")
    cairo_surface_set_device_scale(raw, scale, scale)
  }

  /// An image over memory of somebody else, its rows `stride` bytes apart; `owner` lives as long as it is drawn on.
  public init(
    over memory: UnsafeMutableRawPointer, size: PixelSize, stride: Int, scale: Double, isOpaque: Bool,
    keeping owner: AnyObject
  ) throws(GraphicsError) {
    let sides = 1...ImageSurface.maximumSide
    guard sides.contains(size.width), sides.contains(size.height), stride >= size.width * 4 else {
      throw .badSize(width: size.width, height: size.height)
    }
    (width, height) = (size.width, size.height)
    let format = isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32
    let bytes = memory.assumingMemoryBound(to: UInt8.self)
    try super.init(
      adopting: cairo_image_surface_create_for_data(bytes, format, Int32(width), Int32(height), Int32(stride)),
      operation: "make an image")
    try keep(owner)
    cairo_surface_set_device_scale(raw, scale, scale)
  }

  /// An opaque image that holds `size` user units at `scale`.
  public convenience init(size: Size, scale: Double) throws(GraphicsError) {
    func side(_ length: Double) -> Int { Int(exactly: (length * scale).rounded(.up)) ?? 0 }
    try self.init(width: side(size.width), height: side(size.height), scale: scale, isOpaque: true)
  }

  /// An image of the pixels of `image`.
  public convenience init(_ image: PixelImage) throws(GraphicsError) {
    try self.init(width: image.width, height: image.height)
    guard let data = cairo_image_surface_get_data(raw) else {
      throw .drawing(operation: "make an image", status: "no pixels")
    }
    let stride = Int(cairo_image_surface_get_stride(raw))
    image.pixels.withUnsafeBytes { pixels in
      guard let start = pixels.baseAddress else { return }
      for row in 0..<height {
        UnsafeMutableRawPointer(data + row * stride).copyMemory(from: start + row * width * 4, byteCount: width * 4)
      }
    }
    cairo_surface_mark_dirty(raw)
  }

  /// Lets `body` change the pixels, `0xAARRGGBB` premultiplied, rows `stride` pixels apart; they are good only inside.
  public func withPixels(_ body: (_ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int) -> Void) {
    cairo_surface_flush(raw)
    guard let data = cairo_image_surface_get_data(raw) else { return }
    let stride = Int(cairo_image_surface_get_stride(raw)) / 4
    data.withMemoryRebound(to: UInt32.self, capacity: stride * height) { body($0, stride) }
    cairo_surface_mark_dirty(raw)
  }

  /// How large it is in units.
  public var size: Size {
    var (horizontal, vertical) = (1.0, 1.0)
    cairo_surface_get_device_scale(raw, &horizontal, &vertical)
    return Size(width: Double(width) / horizontal, height: Double(height) / vertical)
  }

  /// A copy of all pixels.
  public func pixels() throws(GraphicsError) -> PixelImage {
    cairo_surface_flush(raw)
    try check("read pixels")
    guard let data = cairo_image_surface_get_data(raw) else {
      throw .drawing(operation: "read pixels", status: "no pixels")
    }
    let stride = Int(cairo_image_surface_get_stride(raw))
    let isOpaque = cairo_image_surface_get_format(raw) == CAIRO_FORMAT_RGB24
    return PixelImage(width: width, height: height, bytes: data, stride: stride, isOpaque: isOpaque)
  }

  /// Draws all of another surface at the origin, whatever its kind of pixels.
  func paint(_ other: OpaquePointer?) throws(GraphicsError) {
    let context = cairo_create(raw)
    defer { cairo_destroy(context) }
    cairo_set_source_surface(context, other, 0, 0)
    cairo_paint(context)
    cairo_surface_flush(raw)
    try checkStatus(cairo_status(context), "convert pixels")
  }
}
