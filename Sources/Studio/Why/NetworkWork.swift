import Glibc
import Synchronization

/// Work of networks away from the main thread: the program does not end in the middle of it, since the kernels would go
/// before their work does.
enum NetworkWork {
  private struct Count {
    var running = 0
    var isEnding = false

    mutating func begin() -> Bool {
      if !isEnding { running += 1 }
      return !isEnding
    }
  }

  private static let count = Mutex(Count())
  private static let isWaited: Bool = atexit { NetworkWork.end() } == 0
  /// The program waits no longer than this many milliseconds.
  private static let patience = 5_000

  /// Whether the program ends: what is under way is for nothing.
  static var isEnding: Bool { count.withLock { $0.isEnding } }

  /// Does `body` unless the program ends.
  static func run<Result>(_ body: () throws -> Result?) rethrows -> Result? {
    guard isWaited, count.withLock({ $0.begin() }) else { return nil }
    defer { count.withLock { $0.running -= 1 } }
    return try body()
  }

  private static func end() {
    count.withLock { $0.isEnding = true }
    for _ in 0..<patience where count.withLock({ $0.running > 0 }) { usleep(1_000) }
  }
}
