/// A training beside the window, on a quiet thread of its own, which ends with the window.
final class LearnWork: Sendable {
  private let orders = LearnOrders()

  /// How long the window waits at its end until what was learned is saved.
  private static let patience = 5_000

  /// Starts the thread, which says to `tell` what happens.
  init(_ surroundings: LearnRunner.Surroundings, tell: @escaping @Sendable (LearnReport) -> Void) {
    let orders = orders
    QuietThread.start { LearnRunner(surroundings, orders: orders, tell: tell).work() }
  }

  deinit { orders.give(.close) }

  /// Has something done next; what goes on ends before.
  func give(_ order: LearnOrder) { orders.give(order) }

  /// Waits a little for what goes on.
  func wait() { orders.wait(milliseconds: 20) }

  /// Returns when what was learned is on the disk.
  func close() {
    orders.give(.close)
    orders.wait(milliseconds: LearnWork.patience)
  }
}
