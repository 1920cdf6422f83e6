/// How a path is drawn along: width, colour, dashes, round or flat ends.
public struct Stroke: Equatable, Sendable {
  public var color: Color
  /// In user units.
  public var width: Double
  /// Lengths drawn and left out in turn; empty for a line without gaps.
  public var dash: [Double]
  /// Whether ends and corners are round; otherwise ends are flat and corners pointed.
  public var isRound: Bool

  /// Takes all four as they are.
  public init(_ color: Color, width: Double = 1, dash: [Double] = [], isRound: Bool = false) {
    self.color = color
    self.width = width
    self.dash = dash
    self.isRound = isRound
  }
}
