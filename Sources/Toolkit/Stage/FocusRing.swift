import Graphics

/// The ring around the element that the keyboard goes to.
enum FocusRing {
  private static let width = 2.0
  private static let clearance = 1.0

  /// The middle of the ring's line.
  static func outline(of frame: Rect) -> Rect { frame.inset(by: -(clearance + width / 2)) }

  static func draw(around frame: Rect, on context: Context, _ theme: Theme) {
    context.stroke(Path(outline(of: frame), radius: 8), with: Graphics.Stroke(theme.focus, width: width))
  }
}
