import Glibc
import Synchronization

/// How often the user has asked to stop. Nothing but an atomic number may be touched by a signal handler.
private let requests = Atomic<Int>(0)

/// Whether the user wants a long command to stop.
struct Interruption {
  /// Asked between two pieces of work.
  let isRequested: () -> Bool

  /// Listens to Ctrl-C (SIGINT), SIGTERM and SIGHUP: the first asks to stop, the second one quits at once.
  static func signals() -> Interruption {
    // The number must exist before a signal comes: globals are made on first use.
    requests.store(0, ordering: .relaxed)
    for number in [SIGINT, SIGTERM, SIGHUP] { install(number) }
    return Interruption { requests.load(ordering: .relaxed) > 0 }
  }

  private static func install(_ number: Int32) {
    var action = sigaction()
    // `nohup` has set SIGHUP to be ignored: that stays so.
    if number == SIGHUP, sigaction(number, nil, &action) == 0, isIgnored(action) { return }
    action = sigaction()
    action.sa_flags = SA_RESTART
    action.__sigaction_handler.sa_handler = { _ in
      if requests.add(1, ordering: .relaxed).newValue > 1 { _exit(ExitStatus.interrupted.rawValue) }
    }
    sigaction(number, &action, nil)
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
