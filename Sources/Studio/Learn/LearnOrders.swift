import Dispatch
import Synchronization

/// The orders that a training still has to carry out, from the screen to its thread.
final class LearnOrders: Sendable {
  private struct Desk {
    var waiting: [LearnOrder] = []
    /// Orders that were given and are not carried out yet.
    var open = 0
  }

  private let desk = Mutex(Desk())
  /// Asked after every batch: cheaper than the lock.
  private let count = Atomic(0)
  private let bell = DispatchSemaphore(value: 0)
  private let carriedOut = DispatchSemaphore(value: 0)

  /// Gives an order, which ends what goes on.
  func give(_ order: LearnOrder) {
    desk.withLock { desk in
      desk.waiting.append(order)
      desk.open += 1
      count.store(desk.waiting.count, ordering: .relaxed)
    }
    bell.signal()
  }

  /// Waits for the next order.
  func next() -> LearnOrder {
    while true {
      bell.wait()
      let order = desk.withLock { desk -> LearnOrder? in
        guard !desk.waiting.isEmpty else { return nil }
        let order = desk.waiting.removeFirst()
        count.store(desk.waiting.count, ordering: .relaxed)
        return order
      }
      if let order { return order }
    }
  }

  /// The order before is carried out.
  func finish() {
    desk.withLock { $0.open -= 1 }
    carriedOut.signal()
  }

  /// Whether another order waits.
  var isWaiting: Bool { count.load(ordering: .relaxed) > 0 }

  /// Whether what is being prepared is for nothing.
  var endsPreparing: Bool { isWaiting && desk.withLock { $0.waiting.contains(where: \.endsPreparing) } }

  /// Waits until all orders are carried out, or for some time; says whether they are.
  @discardableResult
  func wait(milliseconds: Int) -> Bool {
    let end = DispatchTime.now() + .milliseconds(milliseconds)
    while desk.withLock({ $0.open > 0 }) {
      guard carriedOut.wait(timeout: end) == .success else { return false }
    }
    return true
  }
}
