/// How the loop of a host ended.
public enum HostEnd: Equatable, Sendable {
  case closed
  /// The display went away.
  case displayGone(reason: String)
  /// The system asked the program to end.
  case signalled(Int32)
}
