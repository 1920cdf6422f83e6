import Glibc

/// The machine's clock that never goes back.
enum MonotonicClock {
  /// Time since some moment before the start.
  static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
