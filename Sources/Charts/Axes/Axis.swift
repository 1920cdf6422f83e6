public import Graphics
import Glibc

/// A range of values laid along a length.
public struct Axis: Equatable, Sendable {
  /// How values are spread.
  public enum Scale: Sendable {
    case linear, logarithmic
  }

  public let scale: Scale
  public let range: ClosedRange<Double>

  /// An axis over `range`; a logarithmic one needs positive values, else it becomes linear.
  public init(_ scale: Scale, _ range: ClosedRange<Double>) {
    self.scale = range.lowerBound > 0 ? scale : .linear
    self.range = range
  }

  /// The axis that shows all `values` that are finite (and positive where it is logarithmic), with some air.
  public init(_ scale: Scale, fitting values: [Double]) {
    let shown = values.filter { $0.isFinite && (scale == .linear || $0 > 0) }
    guard let low = shown.min(), let high = shown.max() else {
      self.init(.linear, 0...1)
      return
    }
    if scale == .logarithmic {
      let air = max(pow(high / low, 0.06), 1.05)
      self.init(scale, low / air...high * air)
    } else {
      let air = max((high - low) * 0.06, abs(high) * 0.001, 1e-9)
      self.init(scale, low - air...high + air)
    }
  }

  /// Where `value` lies: 0 at the lower end, 1 at the upper, beyond outside.
  public func fraction(of value: Double) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    guard high > low else { return 0.5 }
    guard scale == .logarithmic else { return (value - low) / (high - low) }
    return (log(max(value, low * 1e-6)) - log(low)) / (log(high) - log(low))
  }

  /// Round values on this axis, at most `limit`.
  public func ticks(limit: Int) -> Ticks {
    scale == .linear ? .linear(range, limit: limit) : .logarithmic(range, limit: limit)
  }

  /// The height of `value` in `plot`; the lower end is at its lower edge.
  public func y(of value: Double, in plot: Rect) -> Double { plot.maxY - fraction(of: value) * plot.height }
}
