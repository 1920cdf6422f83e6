public import Graphics

/// A track with a knob; the value stands beside its title, not here.
public struct SliderLook: Look, Sendable {
  /// From 0 (left) to 1.
  public var fraction: Double

  /// A slider whose knob stands where `value` is in `range`.
  public init(value: Double, range: ClosedRange<Double>) {
    let span = range.upperBound - range.lowerBound
    fraction = span > 0 ? min(1, max(0, (value - range.lowerBound) / span)) : 0
  }

  private static let knob = 20.0
  private static let track = 4.0

  public func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let line = SliderLook.line(in: frame)
    let x = line.x + line.width * fraction
    let y = state.snapped(frame.midY - SliderLook.track / 2)
    let color = state.isEnabled ? theme.accent : theme.disabled
    let rest = Rect(x: line.x, y: y, width: line.width, height: SliderLook.track)
    context.fill(Path(rest, radius: 2), with: theme.edge.withAlpha(0.55))
    context.fill(Path(Rect(x: line.x, y: y, width: x - line.x, height: SliderLook.track), radius: 2), with: color)
    let isHovered = state.isEnabled && state.isHovered
    let knobColor = state.isPressed ? theme.accentPressed : isHovered ? theme.accentHover : color
    context.fill(Path(circleAt: Point(x: x, y: frame.midY), radius: SliderLook.knob / 2), with: knobColor)
  }

  private static func line(in frame: Rect) -> Rect { frame.inset(left: knob / 2, right: knob / 2) }

  /// The value at a place of the track.
  package static func value(at place: Point, in frame: Rect, range: ClosedRange<Double>, step: Double) -> Double {
    let line = line(in: frame)
    let fraction = line.width > 0 ? min(1, max(0, (place.x - line.x) / line.width)) : 0
    let raw = range.lowerBound + fraction * (range.upperBound - range.lowerBound)
    guard step > 0, step.isFinite else { return limited(raw, to: range) }
    let nearest = limited(((raw - range.lowerBound) / step).rounded() * step + range.lowerBound, to: range)
    // The end can be reached even where no step leads to it.
    return abs(range.upperBound - raw) < abs(nearest - raw) ? range.upperBound : nearest
  }

  /// The value after a key, or nil where the key is not for sliders.
  package static func value(
    _ value: Double, after key: Key, range: ClosedRange<Double>, step: Double
  ) -> Double? {
    // Without steps a key goes a hundredth of the way.
    let step = step > 0 && step.isFinite ? step : (range.upperBound - range.lowerBound) / 100
    return switch key {
    case .left, .down: limited(value - step, to: range)
    case .right, .up: limited(value + step, to: range)
    case .pageDown: limited(value - 5 * step, to: range)
    case .pageUp: limited(value + 5 * step, to: range)
    case .home: range.lowerBound
    case .end: range.upperBound
    default: nil
    }
  }

  private static func limited(_ value: Double, to range: ClosedRange<Double>) -> Double {
    min(range.upperBound, max(range.lowerBound, value))
  }
}
