import Dispatch
import Glibc
import Synchronization

/// A thread that gives way to all others: hand and screen come first, however many cores it keeps busy.
enum QuietThread {
  /// How much it gives way: at 5, a thread that wants a core at the same time gets three quarters of it.
  private static let niceness: Int32 = 5

  private final class Errand {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs `work` on a thread of its own; threads that `work` starts give way as well.
  static func start(_ work: @escaping @Sendable () -> Void) {
    let context = Unmanaged.passRetained(Errand(work)).toOpaque()
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        // On Linux this is about the calling thread alone.
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, QuietThread.niceness)
        Unmanaged<Errand>.fromOpaque(context).takeRetainedValue().run()
        return nil
      }, context)
    guard status == 0 else {
      // Better in the way than not at all.
      return Unmanaged<Errand>.fromOpaque(context).takeRetainedValue().run()
    }
    pthread_detach(thread)
  }

  /// The same for work that gives something: waits for it.
  static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Value {
    let result = Box<Value>()
    let isDone = DispatchSemaphore(value: 0)
    start {
      result.value.withLock { $0 = work() }
      isDone.signal()
    }
    isDone.wait()
    return result.value.withLock { $0 } ?? work()
  }

  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }
}
