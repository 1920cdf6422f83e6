public import Graphics

/// Numbers in, drawing out.
public protocol Chart: Sendable {
  /// Lays everything out inside `rect`; pure, so that tests can read the numbers.
  func drawing(in rect: Rect, theme: Theme) -> Drawing
}

extension Chart {
  /// Lays out and draws at once.
  public func draw(on context: Context, in rect: Rect, theme: Theme) {
    drawing(in: rect, theme: theme).draw(on: context)
  }
}
