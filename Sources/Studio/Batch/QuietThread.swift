import Glibc

/// A thread that leaves the processor to others: whoever draws does not notice it.
enum QuietThread {
  /// How far behind others it stands; threads that it starts stand there, too.
  private static let niceness: Int32 = 10

  private final class Work {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs `work` on a thread of its own.
  static func start(_ work: @escaping @Sendable () -> Void) {
    let context = Unmanaged.passRetained(Work(work)).toOpaque()
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, QuietThread.niceness)
        Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context)
    guard status == 0 else {
      // Better late than never: the work says itself what came of it.
      return Unmanaged<Work>.fromOpaque(context).takeRetainedValue().run()
    }
    pthread_detach(thread)
  }
}
