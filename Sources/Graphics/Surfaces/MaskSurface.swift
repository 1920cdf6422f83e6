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

  /// A mask of the means of blocks of `factor` × `factor` pixels; what is left over at the right and below is left out.
  public func reduced(by factor: Int) throws(GraphicsError) -> MaskSurface {
    guard factor > 1, width >= factor, height >= factor else { return self }
    let small = try MaskSurface(width: width / factor, height: height / factor)
    cairo_surface_flush(raw)
    for row in 0..<small.height {
      for column in 0..<small.width {
        var sum = 0
        for line in 0..<factor {
          let start = bytes + (row * factor + line) * stride + column * factor
          for index in 0..<factor { sum += Int(start[index]) }
        }
        small.bytes[row * small.stride + column] = UInt8((sum + factor * factor / 2) / (factor * factor))
      }
    }
    cairo_surface_mark_dirty(small.raw)
    return small
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
      let (outer, inner) = (shape.edge(growth: 0.5), shape.edge(growth: -0.5))
      for row in rect.y..<rect.y + rect.height {
        let y = Double(row) + 0.5
        let (soft, solid) = (outer.interval(at: y), inner.interval(at: y))
        let pixels = bytes + row * stride
        let columns = MaskSurface.withoutFullEnds(
          MaskSurface.columns(from: soft.left - 0.5, to: soft.right + 0.5, in: rect), of: pixels)
        // Half a pixel inside of the solid part and away from cut ones, so that the middle is surely in it.
        let full = MaskSurface.columns(from: solid.left + 0.5, to: solid.right - 1.5, in: rect).clamped(to: columns)
        raise(pixels, columns.lowerBound..<full.lowerBound, to: shape, y)
        (pixels + full.lowerBound).update(repeating: 255, count: full.count)
        raise(pixels, full.upperBound..<columns.upperBound, to: shape, y)
      }
    }
  }

  private func change(_ rect: PixelRect, _ body: (PixelRect) -> Void) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    cairo_surface_flush(raw)
    body(rect)
    cairo_surface_mark_dirty_rectangle(raw, Int32(rect.x), Int32(rect.y), Int32(rect.width), Int32(rect.height))
  }

  /// The columns from one place to another, as far as they lie in `rect`; those that are cut are in.
  private static func columns(from left: Double, to right: Double, in rect: PixelRect) -> Range<Int> {
    let (first, last) = (Double(rect.x), Double(rect.x + rect.width))
    let start = Int(min(last, max(first, left)))
    return start..<max(start, Int(min(last, max(first, right + 1))))
  }

  /// Pieces of a line lie mostly on one another: what is full already is the quickest to find.
  private static func withoutFullEnds(_ columns: Range<Int>, of pixels: UnsafeMutablePointer<UInt8>) -> Range<Int> {
    var (left, right) = (columns.lowerBound, columns.upperBound)
    while left + 8 <= right, isFull(pixels + left) { left += 8 }
    while left < right, pixels[left] == 255 { left += 1 }
    while left + 8 <= right, isFull(pixels + right - 8) { right -= 8 }
    while left < right, pixels[right - 1] == 255 { right -= 1 }
    return left..<right
  }

  /// Whether eight pixels are covered.
  private static func isFull(_ pixels: UnsafeMutablePointer<UInt8>) -> Bool {
    UnsafeRawPointer(pixels).loadUnaligned(as: UInt64.self) == .max
  }

  private func raise(
    _ pixels: UnsafeMutablePointer<UInt8>, _ columns: Range<Int>, to shape: CapsuleShape, _ y: Double
  ) {
    for x in columns where pixels[x] < 255 {
      pixels[x] = max(pixels[x], shape.coverage(x: Double(x) + 0.5, y: y))
    }
  }
}
