import Glibc
import Synchronization

/// Takes the signals that ask a program to end.
///
/// No handler ever runs: kernels on other threads use the stack in ways that a handler would not survive. A thread of
/// its own waits for the signals instead, which are blocked everywhere.
enum SignalWatch {
  private static let signals = [SIGTERM, SIGINT, SIGHUP]
  private static let state = Mutex(State())

  private struct State {
    var hasThread = false
    var receiver: (@Sendable (Int32) -> Void)?
  }

  /// Blocks the signals in this thread and in all that it starts from now on.
  static func hold() {
    var set = makeSet()
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Has signals go to `receiver`, which is called on another thread.
  static func begin(_ receiver: @escaping @Sendable (Int32) -> Void) {
    hold()
    let isFirst = state.withLock { state in
      state.receiver = receiver
      defer { state.hasThread = true }
      return !state.hasThread
    }
    guard isFirst else { return }
    var thread = pthread_t()
    guard pthread_create(&thread, nil, { _ in SignalWatch.wait() }, nil) == 0 else { return }
    pthread_detach(thread)
  }

  /// Lets signals end the program again.
  static func end() { state.withLock { $0.receiver = nil } }

  private static func makeSet() -> sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    return set
  }

  private static func wait() -> UnsafeMutableRawPointer? {
    var set = makeSet()
    while true {
      var number: Int32 = 0
      guard sigwait(&set, &number) == 0 else { continue }
      guard let receiver = state.withLock({ $0.receiver }) else {
        // Nobody listens: the signal does what it always does.
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
        pthread_kill(pthread_self(), number)
        return nil
      }
      receiver(number)
    }
  }
}
