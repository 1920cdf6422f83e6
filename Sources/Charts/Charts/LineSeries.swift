public import Graphics

/// The values of one curve, epoch by epoch.
public struct LineSeries: Equatable, Sendable {
  public var name: String
  public var style: SeriesStyle
  /// The first belongs to epoch 1; what is not finite leaves a gap.
  public var values: [Double]
  /// Whether a value holds until the next one.
  public var isStepped: Bool
  /// What is drawn as the line instead of the values; empty: the values themselves.
  public var smoothed: [Double] = []
  /// Whether the values stand faintly behind a smoothed line.
  public var showsRaw = true

  /// Takes all four as they are.
  public init(name: String, style: SeriesStyle, values: [Double], isStepped: Bool = false) {
    self.name = name
    self.style = style
    self.values = values
    self.isStepped = isStepped
  }

  /// The same series with a line that follows the values lazily: 0 at once, towards 1 hardly at all.
  public func smoothed(by share: Double) -> LineSeries {
    guard share > 0, !isStepped else { return self }
    var series = self
    var level: Double?
    series.smoothed = values.map { value in
      guard value.isFinite else { return value }
      let next = level.map { share * $0 + (1 - share) * value } ?? value
      level = next
      return next
    }
    return series
  }
}
