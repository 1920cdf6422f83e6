/// Where a path is put in the picture: its longer side as long as wanted, its box in the middle.
struct InkFit: Equatable {
  private let center: SIMD2<Float>
  private let factor: Float

  /// Gives the longer side of a path with the box `box` `longest` pixels.
  init(_ box: InkBounds, longest: Float) {
    let size = Float(max(box.size.x, box.size.y))
    center = SIMD2<Float>(box.center)
    // Smoothing takes little away; where nearly nothing is left there was no more than a dot.
    factor = size > 0 ? min(longest / size, 2) : 1
  }

  /// Puts the path's origin into the middle and leaves its size.
  private init() { (center, factor) = (.zero, 1) }

  /// Puts the path's origin into the middle and leaves its size.
  static let origin = InkFit()

  /// The place in the picture of a point of the path.
  @inline(__always)
  func place(_ point: SIMD2<Float>) -> SIMD2<Float> { (point - center) * factor + Float(Framing.side) / 2 }
}
