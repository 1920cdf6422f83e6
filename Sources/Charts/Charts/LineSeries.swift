public import Graphics

/// The values of one curve, epoch by epoch.
public struct LineSeries: Equatable, Sendable {
  public var name: String
  public var style: SeriesStyle
  /// The first belongs to epoch 1; what is not finite leaves a gap.
  public var values: [Double]
  /// Whether a value holds until the next one.
  public var isStepped: Bool

  /// Takes all four as they are.
  public init(name: String, style: SeriesStyle, values: [Double], isStepped: Bool = false) {
    self.name = name
    self.style = style
    self.values = values
    self.isStepped = isStepped
  }
}
