/// How one series of a chart looks: colour, marker and dash always go together.
public struct SeriesStyle: Equatable, Sendable {
  public var color: Color
  public var marker: Marker
  /// Lengths drawn and left out in turn; empty for a line without gaps.
  public var dash: [Double]

  /// Takes all three as they are.
  public init(color: Color, marker: Marker, dash: [Double] = []) {
    self.color = color
    self.marker = marker
    self.dash = dash
  }

  /// The same style without dashes, for a series that is alone on its axis.
  public var solid: SeriesStyle { SeriesStyle(color: color, marker: marker) }

  /// The six styles in their order, from six colours.
  static func ordered(_ colors: [UInt32]) -> [SeriesStyle] {
    zip(colors, Marker.allCases).map { color, marker in
      let dash: [Double] = marker == .openCircle ? [6, 3] : marker == .openSquare ? [2, 3] : []
      return SeriesStyle(color: Color(color), marker: marker, dash: dash)
    }
  }
}
