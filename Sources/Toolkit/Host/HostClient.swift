/// What a host runs: takes events, draws frames.
@MainActor
public protocol HostClient: AnyObject {
  /// Takes one event.
  func handle(_ event: InputEvent)
  /// Called when every event that had come was handled: new ink is presented at once.
  func eventsAreHandled()
  /// When `wake` has something to do, by the host's clock; nil: only after an event or a letter.
  var nextDeadline: Duration? { get }
  /// Called when the deadline has come.
  func wake()
  /// Says that a frame is on the screen.
  func presented(_ report: FrameReport)
  /// The display is gone: whatever must not be lost is saved now.
  func hostIsGone()
}
