import Glibc
import Synchronization

/// How often the user has asked to stop.
private let requests = Atomic<Int>(0)

/// Whether the user wants a long command to stop.
package struct Interruption: Sendable {
  /// Asked between two pieces of work.
  let isRequested: @Sendable () -> Bool

  /// Asks `isRequested`.
  package init(isRequested: @escaping @Sendable () -> Bool) { self.isRequested = isRequested }

  /// For commands that the system may end at any time.
  static var never: Interruption { Interruption { false } }

  /// Listens to Ctrl-C (SIGINT), SIGTERM and SIGHUP: the first asks to stop, the second one quits at once.
  ///
  /// Must be called before any other thread exists. The signals are blocked in every thread and taken by one of their
  /// own: kernels of oneDNN use the stack pointer for other things, so that a handler on their thread would write its
  /// frame over the numbers.
  static func signals() -> Interruption {
    requests.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    var set = signalSet()
    pthread_sigmask(SIG_BLOCK, &set, nil)
    var thread = pthread_t()
    pthread_create(&thread, nil, waitForSignals, nil)
    pthread_detach(thread)
    return Interruption { requests.load(ordering: .relaxed) > 0 }
  }
}

private func signalSet() -> sigset_t {
  var set = sigset_t()
  sigemptyset(&set)
  for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&set, number) }
  return set
}

/// The thread that takes the signals.
private func waitForSignals(_: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  var set = signalSet()
  while true {
    var number: Int32 = 0
    guard sigwait(&set, &number) == 0 else { continue }
    if requests.add(1, ordering: .relaxed).newValue > 1 { _exit(ExitStatus.interrupted.rawValue) }
  }
}
