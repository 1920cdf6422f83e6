/// A host with a loop of its own.
@MainActor
public protocol RunningHost: Host {
  /// Runs `client` until the window is closed, the display goes away or a signal comes.
  func run(_ client: any HostClient) -> HostEnd
}
