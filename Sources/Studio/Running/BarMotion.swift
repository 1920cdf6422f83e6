/// Ten bars on their way from where they were to the newest probabilities; the numbers beside them never lag.
package struct BarMotion: Equatable {
  private static let length = Duration.milliseconds(100)

  private var from = [Float](repeating: 0, count: 10)
  private var to = [Float](repeating: 0, count: 10)
  private var start = Duration.zero
  package private(set) var isMoving = false

  /// Ten bars at rest.
  package init() {}

  /// Turns towards new probabilities, from where the bars are at `now`; at once where nothing is to move.
  package mutating func turn(to values: some Sequence<Float>, at now: Duration, isInstant: Bool) {
    let current = lengths(at: now)
    let target = Array(values)
    guard target != to else { return }
    (from, to, start) = (isInstant ? target : current, target, now)
    isMoving = !isInstant
  }

  /// Where the bars are.
  package func lengths(at now: Duration) -> [Float] {
    guard isMoving else { return to }
    let share = min(1, max(0, (now - start) / BarMotion.length))
    let rest = 1 - share
    let eased = Float(1 - rest * rest * rest)
    return zip(from, to).map { $0 + ($1 - $0) * eased }
  }

  /// Comes to rest when the time is over.
  package mutating func settle(at now: Duration) {
    if now - start >= BarMotion.length { isMoving = false }
  }
}
