package import Ink

/// What a hand does on the canvas; places are in canvas units.
package enum InkAction: Equatable, Sendable {
  case begin(InkPoint, device: Int)
  case extend(InkPoint, device: Int)
  case end(device: Int)
  case beginErasing(device: Int)
  /// The eraser has touched these strokes.
  case erase(Set<Int>, device: Int)
  case endErasing(device: Int)
  /// Where an eraser is, on the paper or over it; nil: nowhere.
  case hover(SIMD2<Double>?)
}
