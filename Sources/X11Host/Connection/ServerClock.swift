/// Relates the server's time stamps, milliseconds that wrap around, to our clock.
///
/// An event is never older than it was when it came: the smallest distance between a stamp and its arrival is the
/// nearest to the truth.
package struct ServerClock: Sendable {
  /// The first distance, in whole milliseconds around the wrap; others are told from it so that small stays small.
  private var reference: UInt32?
  /// The smallest distance to the reference, in microseconds.
  private var leastMicroseconds: Int64 = 0
  /// The newest stamp: requests carry it where the protocol asks for the time of an event.
  package private(set) var newest: UInt32 = 0

  /// A clock that has seen nothing.
  package init() {}

  /// Takes a stamp that has just come.
  package mutating func observe(_ stamp: UInt32, at now: Duration) {
    guard stamp != 0 else { return }
    if reference == nil || Int32(bitPattern: stamp &- newest) > 0 { newest = stamp }
    if reference == nil {
      reference = ServerClock.milliseconds(now) &- stamp
      leastMicroseconds = .max
    }
    leastMicroseconds = min(leastMicroseconds, distance(stamp, now))
  }

  /// How much time has gone by since `stamp`; nil before the first stamp was seen.
  package func duration(since stamp: UInt32, at now: Duration) -> Duration? {
    reference == nil ? nil : .microseconds(max(0, distance(stamp, now) - leastMicroseconds))
  }

  private func distance(_ stamp: UInt32, _ now: Duration) -> Int64 {
    let whole = Int32(bitPattern: ServerClock.milliseconds(now) &- stamp &- (reference ?? 0))
    return Int64(whole) * 1000 + ServerClock.microseconds(now) % 1000
  }

  private static func microseconds(_ time: Duration) -> Int64 {
    time.components.seconds * 1_000_000 + time.components.attoseconds / 1_000_000_000_000
  }

  private static func milliseconds(_ time: Duration) -> UInt32 {
    UInt32(truncatingIfNeeded: microseconds(time) / 1000)
  }
}
