import Graphics
import Recognition

/// Where the places of explained ink are in the square that shows them: the ink fills most of it.
struct HeatMapPlacement: Equatable {
  private let origin: Point
  private let center: Point
  /// Units of the window for each of the drawing's.
  let scale: Double

  /// The share of the square that the ink fills.
  private static let filled = 0.8

  /// Ink drawn with a pen `penWidth` wide, in a square.
  init(_ explanation: InkExplanation, penWidth: Double, in frame: Rect) {
    var (low, high) = (SIMD2(repeating: Double.infinity), SIMD2(repeating: -Double.infinity))
    for place in explanation.lines.lazy.flatMap(\.places) {
      low = pointwiseMin(low, SIMD2(place.x, place.y))
      high = pointwiseMax(high, SIMD2(place.x, place.y))
    }
    let size = max(high.x - low.x, high.y - low.y) + penWidth
    let isUsable = size.isFinite && size > 0
    scale = isUsable ? min(frame.width, frame.height) * HeatMapPlacement.filled / size : 1
    origin = isUsable ? Point(x: (low.x + high.x) / 2, y: (low.y + high.y) / 2) : .zero
    center = Point(x: frame.midX, y: frame.midY)
  }

  /// Where a place of the drawing is shown.
  func place(_ x: Double, _ y: Double) -> Point {
    Point(x: center.x + (x - origin.x) * scale, y: center.y + (y - origin.y) * scale)
  }
}
