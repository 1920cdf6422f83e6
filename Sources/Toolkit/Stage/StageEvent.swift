public import Graphics

/// What input meant to the elements of the scene.
public enum StageEvent: Equatable, Sendable {
  /// A button was pressed and released, or Space or Enter was typed on it.
  case activated(ControlName)
  /// A value was dragged or stepped to.
  case changed(ControlName, Double)
  /// The pointer is over an area, at this place of it in units; nil: no longer.
  case hovered(ControlName, Point?)
  /// An area was pressed or dragged at a place of it; a release follows even where the device went away.
  case pressed(ControlName, Point)
  case dragged(ControlName, Point)
  case released(ControlName, Point)
  /// A sample for a paper, in units from the window's corner.
  case paper(ControlName, PointerEvent)
  /// A wheel over an element, or over nothing.
  case scrolled(ControlName?, ScrollEvent)
  /// The right button was pressed at a place of the window, in units, where nothing is drawn on.
  case menu(Point)
  /// Escape, or a press outside of the modal layer.
  case dismissed
  /// A key that no element wanted; says what has the focus.
  case key(KeyEvent, focus: ControlName?)
}
