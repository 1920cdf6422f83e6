public import Graphics

/// A hairline that only separates, along the top of its frame.
public struct LineLook: Look, Sendable {
  /// A line.
  public init() {}

  public func draw(on context: Context, in frame: Rect, as state: ElementState) {
    let y = state.snapped(frame.y)
    context.fill(Rect(x: frame.x, y: y, width: frame.width, height: state.hairline), with: state.theme.line)
  }
}
