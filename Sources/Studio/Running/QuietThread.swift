import Glibc

/// A thread that gives way to all others: hand and screen come first, however many cores it keeps busy.
enum QuietThread {
  /// How much it gives way: at 10, a thread that wants a core at the same time gets nine tenths of it.
  private static let niceness: Int32 = 10

  /// Runs `work` on a thread of its own and returns what it gave; threads that `work` starts give way as well.
  static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Value {
    let errand = Errand(work)
    let context = Unmanaged.passRetained(errand as AnyErrand)
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        // On Linux this is about the calling thread alone.
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, QuietThread.niceness)
        Unmanaged<AnyErrand>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context.toOpaque())
    guard status == 0 else {
      context.release()
      return work()
    }
    pthread_join(thread, nil)
    return errand.value ?? work()
  }

  /// Something to be done, whatever it gives.
  private class AnyErrand {
    func run() {}
  }

  private final class Errand<Value>: AnyErrand {
    private let work: () -> Value
    private(set) var value: Value?

    init(_ work: @escaping () -> Value) { self.work = work }

    override func run() { value = work() }
  }
}
