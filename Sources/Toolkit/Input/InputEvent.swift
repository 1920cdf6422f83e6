public import Graphics

/// Everything that a host tells its client.
public enum InputEvent: Equatable, Sendable {
  case pointer(PointerEvent)
  case scroll(ScrollEvent)
  case key(KeyEvent)
  /// The window has another size; everything has to be drawn.
  case resized(PixelSize)
  /// The screen has lost a part of the window.
  case exposed(PixelRect)
  /// The keyboard came or went.
  case focus(Bool)
  /// Scale, theme or motion changed.
  case settings(HostSettings)
  /// Something is dragged over the window, at this place in pixels, or no longer.
  case dragging(Point?)
  case delivery(Delivery)
  /// Somebody asks to close the window: its button, the session, a signal.
  case closeRequested
}
