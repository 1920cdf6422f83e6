public import Ink

/// The box around points.
public struct InkBounds: Equatable, Sendable {
  /// Left and top.
  public private(set) var low = SIMD2<Double>(repeating: .infinity)
  /// Right and bottom.
  public private(set) var high = SIMD2<Double>(repeating: -.infinity)

  /// Coordinates beyond this are no places on any paper; differences of others can be computed with.
  private static let farthest = 1e150

  /// The box around nothing.
  public init() {}

  /// The box around all points of `strokes` that are places.
  public init(of strokes: [Stroke]) {
    for stroke in strokes {
      for point in stroke.points { if let place = InkBounds.place(of: point) { include(place) } }
    }
  }

  /// The box from `low` to `high`.
  public init(low: SIMD2<Double>, high: SIMD2<Double>) {
    self.low = low
    self.high = high
  }

  /// Whether nothing was included.
  public var isEmpty: Bool { low.x > high.x }

  /// Width and height.
  public var size: SIMD2<Double> { isEmpty ? .zero : high - low }

  /// The middle.
  public var center: SIMD2<Double> { isEmpty ? .zero : low + (high - low) * 0.5 }

  /// Makes the box reach to `place`.
  public mutating func include(_ place: SIMD2<Double>) {
    low = pointwiseMin(low, place)
    high = pointwiseMax(high, place)
  }

  /// Makes the box reach around another one.
  mutating func include(_ box: InkBounds) {
    low = pointwiseMin(low, box.low)
    high = pointwiseMax(high, box.high)
  }

  /// Where a point is, or nil when its coordinates are not finite or too large to compute with.
  static func place(of point: InkPoint) -> SIMD2<Double>? {
    guard abs(point.x) <= farthest, abs(point.y) <= farthest else { return nil }
    return SIMD2(point.x, point.y)
  }
}
