import Graphics

/// The ring around the element that the keyboard goes to.
struct FocusRing: Equatable {
  /// Whose ring it is.
  var name: ControlName
  /// What can be seen of the element, in units.
  var frame: Rect

  private static let width = 2.0
  private static let clearance = 1.0
  /// Controls have corners of 6, and the middle of the line runs 2 outside of them.
  private static let radius = 8.0

  /// The ring around what can be seen of `element`; nil where nothing can.
  init?(around element: Element) {
    let frame = element.visibleFrame
    guard frame.isFinite, frame.width > 0, frame.height > 0 else { return nil }
    (name, self.frame) = (element.name, frame)
  }

  /// Everything that looks different with the ring than without it.
  var bounds: Rect { frame.inset(by: -(FocusRing.clearance + FocusRing.width)) }

  /// Draws the ring, clear of the element.
  func draw(on context: Context, _ theme: Theme) {
    let middle = frame.inset(by: -(FocusRing.clearance + FocusRing.width / 2))
    context.stroke(
      Path(middle, radius: FocusRing.radius), with: Graphics.Stroke(theme.focus, width: FocusRing.width))
  }
}
