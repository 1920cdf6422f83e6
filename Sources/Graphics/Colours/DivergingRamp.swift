/// Colours from "against" over neutral to "for".
public struct DivergingRamp: Equatable, Sendable {
  /// Seven colours; the fourth is neutral.
  public let colors: [Color]

  init(_ colors: [UInt32]) { self.colors = colors.map { Color($0) } }

  /// The colour of a value −1…1; −1 is against, 1 is for.
  public func color(at value: Double) -> Color { Color.blend(colors, at: (value + 1) / 2) }
}
