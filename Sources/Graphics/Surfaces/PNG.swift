import CCairo

/// The bytes of PNG files in and out; which file they come from or go to is the caller's matter.
public enum PNG {
  /// More pixels than this are refused before anything is decoded: 64 megapixels.
  public static let maximumPixels = 64 << 20

  /// The first bytes of every PNG.
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// The bytes of a PNG file that shows `surface`.
  public static func encode(_ surface: ImageSurface) throws(GraphicsError) -> [UInt8] {
    let sink = ByteSink()
    let status = withExtendedLifetime(sink) {
      cairo_surface_write_to_png_stream(surface.raw, ByteSink.callback, Unmanaged.passUnretained(sink).toOpaque())
    }
    try checkStatus(status, "write a PNG")
    return sink.bytes
  }

  /// The pixels of a PNG; its size is checked before it is decoded.
  ///
  /// A picture of more than `pixels` comes out smaller by a whole factor.
  public static func decode(_ bytes: [UInt8], fitting pixels: Int = .max) throws(GraphicsError) -> PixelImage {
    let size = try size(of: bytes)
    guard size.width * size.height <= maximumPixels else { throw .tooLarge(width: size.width, height: size.height) }
    let source = ByteSource(bytes)
    let raw = withExtendedLifetime(source) {
      cairo_image_surface_create_from_png_stream(
        ByteSource.callback, Unmanaged.passUnretained(source).toOpaque())
    }
    defer { cairo_surface_destroy(raw) }
    let status = cairo_surface_status(raw)
    guard status != CAIRO_STATUS_READ_ERROR else { throw .damagedPNG(reason: "it ends too early") }
    guard status == CAIRO_STATUS_SUCCESS else { throw .damagedPNG(reason: text(of: status)) }
    var factor = 1
    while blocks(size.width, factor) * blocks(size.height, factor) > max(pixels, 1) { factor += 1 }
    return try self.pixels(of: raw, dividedBy: factor)
  }

  /// Width and height as the header states them.
  static func size(of bytes: [UInt8]) throws(GraphicsError) -> (width: Int, height: Int) {
    guard bytes.starts(with: signature) else { throw .notPNG }
    guard bytes.count >= 33 else { throw .damagedPNG(reason: "it ends too early") }
    guard Array(bytes[12..<16]) == Array("IHDR".utf8) else { throw .damagedPNG(reason: "no header") }
    func number(_ start: Int) -> Int { bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    let (width, height) = (number(16), number(20))
    // The format allows sides up to 2³¹ − 1; the drawing library does not.
    let sides = 1...Int(Int32.max)
    guard sides.contains(width), sides.contains(height) else { throw .badSize(width: width, height: height) }
    return (width, height)
  }

  private static func blocks(_ length: Int, _ factor: Int) -> Int { (length + factor - 1) / factor }

  private static func pixels(of raw: OpaquePointer?, dividedBy factor: Int) throws(GraphicsError) -> PixelImage {
    let format = cairo_image_surface_get_format(raw)
    let (width, height) = (cairo_image_surface_get_width(raw), cairo_image_surface_get_height(raw))
    guard format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24 else {
      // Newer releases of Cairo keep 16 bits per colour in floating point; painting turns them into ours.
      let plain = try ImageSurface(width: Int(width), height: Int(height))
      try plain.paint(raw)
      return try pixels(of: plain.raw, dividedBy: factor)
    }
    guard let data = cairo_image_surface_get_data(raw) else { throw .damagedPNG(reason: "it has no pixels") }
    let stride = Int(cairo_image_surface_get_stride(raw))
    let isOpaque = format == CAIRO_FORMAT_RGB24
    let image = (width: Int(width), height: Int(height), bytes: UnsafePointer(data), stride: stride)
    return factor == 1
      ? PixelImage(
        width: image.width, height: image.height, bytes: image.bytes, stride: image.stride, isOpaque: isOpaque)
      : PixelImage(
        averaging: image.bytes, width: image.width, height: image.height, stride: image.stride, isOpaque: isOpaque,
        factor: factor)
  }
}
