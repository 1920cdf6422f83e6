public import Graphics

/// A filled area, perhaps with hairlines at its edges.
public struct PanelLook: Look, Sendable {
  /// What it is filled with.
  public enum Fill: Equatable, Sendable {
    case background, surface, control, veil, black
  }

  /// Which edges have a line.
  public struct Edges: OptionSet, Equatable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let top = Edges(rawValue: 1)
    public static let bottom = Edges(rawValue: 2)
    public static let all = Edges(rawValue: 4)
  }

  public var fill: Fill
  public var edges: Edges
  public var radius: Double

  /// Takes everything as it is.
  public init(_ fill: Fill, edges: Edges = [], radius: Double = 0) {
    self.fill = fill
    self.edges = edges
    self.radius = radius
  }

  public func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let theme = state.theme
    let color =
      switch fill {
      case .background: theme.background
      case .surface: theme.surface
      case .control: theme.control
      case .veil: theme.background.withAlpha(0.72)
      case .black: Color(0x000000)
      }
    let frame = state.snapped(frame)
    context.fill(Path(frame, radius: radius), with: color)
    let line = state.hairline
    if edges.contains(.top) {
      context.fill(Rect(x: frame.x, y: frame.y, width: frame.width, height: line), with: theme.line)
    }
    if edges.contains(.bottom) {
      context.fill(Rect(x: frame.x, y: frame.maxY - line, width: frame.width, height: line), with: theme.line)
    }
    if edges.contains(.all) {
      context.stroke(Path(frame.inset(by: line / 2), radius: radius), with: Graphics.Stroke(theme.edge, width: line))
    }
  }
}
