import CCairo

/// An image of nothing but coverage, one byte per pixel: 0 leaves what is beneath, 255 covers it with a colour.
///
/// Shapes are added by keeping the larger value of each pixel. What pieces share is therefore no darker than the rest, and
/// a line looks the same whether it was added at once or piece by piece, in any order.
public final class MaskSurface: Surface {
  /// Columns of pixels.
  public let width: Int
  /// Rows of pixels.
  public let height: Int
  /// The pixels, which live as long as this object.
  private let bytes: UnsafeMutablePointer<UInt8>
  private let stride: Int

  /// An empty mask of `width` × `height` pixels.
  public init(width: Int, height: Int) throws(GraphicsError) {
    let sides = 1...ImageSurface.maximumSide
    guard sides.contains(width), sides.contains(height) else { throw .badSize(width: width, height: height) }
    let raw = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height))
    guard let bytes = cairo_image_surface_get_data(raw) else {
      cairo_surface_destroy(raw)
      throw .drawing(operation: "make a mask", status: "no memory for \(width)×\(height) pixels")
    }
    self.width = width
    self.height = height
    self.bytes = bytes
    stride = Int(cairo_image_surface_get_stride(raw))
    try super.init(adopting: raw, operation: "make a mask")
  }

  /// All of it.
  public var bounds: PixelRect { PixelRect(x: 0, y: 0, width: width, height: height) }

  /// A copy of all pixels, row by row.
  public func pixels() -> [UInt8] {
    cairo_surface_flush(raw)
    var pixels: [UInt8] = []
    pixels.reserveCapacity(width * height)
    for row in 0..<height { pixels += UnsafeBufferPointer(start: bytes + row * stride, count: width) }
    return pixels
  }

  /// Empties a part.
  public func clear(_ rect: PixelRect) {
    change(rect) { rect in
      for row in rect.y..<rect.y + rect.height {
        (bytes + row * stride + rect.x).update(repeating: 0, count: rect.width)
      }
    }
  }

  /// Takes over a part of a mask of the same size.
  public func copy(_ rect: PixelRect, from other: MaskSurface) {
    precondition(other.width == width && other.height == height, "a mask of \(other.width)×\(other.height) pixels")
    change(rect) { rect in
      for row in rect.y..<rect.y + rect.height {
        let offset = row * stride + rect.x
        (bytes + offset).update(from: other.bytes + offset, count: rect.width)
      }
    }
  }

  /// Covers what lies inside `capsule`, in pixels, and inside `clip`.
  public func add(_ capsule: Capsule, inside clip: PixelRect) {
    let bounds = capsule.bounds.inset(by: -1)
    change(PixelRect(covering: bounds, scale: 1).intersection(clip)) { rect in
      let shape = CapsuleShape(capsule)
      for row in rect.y..<rect.y + rect.height { add(shape, toRow: row, rect.x, rect.x + rect.width) }
    }
  }

  private func change(_ rect: PixelRect, _ body: (PixelRect) -> Void) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    cairo_surface_flush(raw)
    body(rect)
    cairo_surface_mark_dirty_rectangle(raw, Int32(rect.x), Int32(rect.y), Int32(rect.width), Int32(rect.height))
  }

  private func add(_ shape: CapsuleShape, toRow row: Int, _ first: Int, _ last: Int) {
    let y = Double(row) + 0.5
    let pixels = bytes + row * stride
    func column(_ x: Double) -> Int { Int(min(Double(last), max(Double(first), x))) }
    func blend(_ columns: Range<Int>) {
      for x in columns { pixels[x] = max(pixels[x], shape.coverage(x: Double(x) + 0.5, y: y)) }
    }
    guard let outer = shape.interval(at: y, growth: 0.5) else { return }
    let (left, right) = (column((outer.left - 0.5).rounded(.down)), column((outer.right + 0.5).rounded(.up)))
    guard left < right else { return }
    guard let inner = shape.interval(at: y, growth: -0.5) else { return blend(left..<right) }
    let from = min(max(left, column((inner.left - 0.5).rounded(.up))), right)
    let to = min(max(from, column((inner.right + 0.5).rounded(.down))), right)
    blend(left..<from)
    (pixels + from).update(repeating: 255, count: to - from)
    blend(to..<right)
  }
}
