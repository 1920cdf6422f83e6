public import Graphics

/// A window, or something that behaves like one.
///
/// The client draws on `surface` and says with `present` what changed. Everything happens on the main thread.
@MainActor
public protocol Host: AnyObject {
  /// What is drawn on: as large as the window, in pixels, replaced before `resized` and after a change of scale.
  var surface: ImageSurface { get }
  /// What the desktop asks for.
  var settings: HostSettings { get }
  /// Time since some moment before the start, never going back.
  var now: Duration { get }
  /// Where other threads leave results; the host opens it between two events.
  var mailbox: Mailbox { get }

  /// Puts the changed parts of `surface` on the screen; a report follows when they are there.
  func present(_ frame: Frame)
  /// What stands in the title bar.
  func setTitle(_ title: String)
  /// Whether window and title bar are dark.
  func setDark(_ isDark: Bool)
  /// The shape of the pointer from now on.
  func setCursor(_ cursor: Cursor)
  /// Fills the screen, or no longer.
  func setFullscreen(_ isFullscreen: Bool)
  /// The least size in pixels.
  func setMinimumSize(_ size: PixelSize)
  /// Makes the window larger or smaller, where somebody lets it.
  func setSize(_ size: PixelSize)
  /// Puts something on the clipboard in place of what is there.
  func offer(_ offer: ClipboardOffer)
  /// Asks for what is on the clipboard; a delivery follows.
  func requestPaste()
  /// Asks the user, who is elsewhere, to look at the window.
  func requestAttention()
  /// Ends the loop after the events of the moment.
  func close()
}
