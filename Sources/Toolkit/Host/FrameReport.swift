/// What the display says after a frame was put on it.
public struct FrameReport: Equatable, Sendable {
  /// The number that the client gave the frame.
  public var frame: Int
  /// From the display's time stamp of the newest event in the frame to its answer; nil where no event led to the frame.
  public var sinceEvent: Duration?

  /// Takes both as they are.
  public init(frame: Int, sinceEvent: Duration?) {
    self.frame = frame
    self.sinceEvent = sinceEvent
  }
}
