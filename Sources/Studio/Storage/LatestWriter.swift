import Dispatch
import Synchronization

/// Writes values on a background thread, one after the other; of those that wait only the newest is written.
final class LatestWriter<Value: Sendable>: Sendable {
  private let waiting = Mutex<Value?>(nil)
  private let queue: DispatchQueue
  private let write: @Sendable (Value) -> Void

  /// Calls `write` on a thread called `label`.
  init(label: String, write: @escaping @Sendable (Value) -> Void) {
    queue = DispatchQueue(label: label, qos: .utility)
    self.write = write
  }

  /// Has a value written soon, in place of one that was not yet.
  func save(_ value: Value) {
    let isFirst = waiting.withLock { waiting in
      defer { waiting = value }
      return waiting == nil
    }
    if isFirst { queue.async { self.writeLatest() } }
  }

  /// Returns when everything is written.
  func flush() { queue.sync { writeLatest() } }

  private func writeLatest() {
    let value = waiting.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
    if let value { write(value) }
  }
}
