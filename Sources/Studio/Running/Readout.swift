/// A figure that changes all the time, shown as the median of the last second and at most twice a second.
package struct Readout {
  private static let span = Duration.seconds(1)
  private static let patience = Duration.milliseconds(500)
  private static let most = 512

  private var samples: [(time: Duration, value: Duration)] = []
  private var lastChange: Duration?
  private var hasNew = false
  package private(set) var shown: Duration?

  /// Nothing measured yet.
  package init() {}

  /// When what is shown has to change.
  package var deadline: Duration? { hasNew ? (lastChange ?? .zero) + Readout.patience : nil }

  /// Takes a new value.
  package mutating func add(_ value: Duration, at now: Duration) {
    if samples.count == Readout.most { samples.removeFirst(Readout.most / 2) }
    samples.append((now, value))
    hasNew = true
    if shown == nil { update(at: now) }
  }

  /// Shows the newest median if it is time, and says whether that is so.
  @discardableResult
  package mutating func update(at now: Duration) -> Bool {
    guard hasNew, lastChange.map({ now - $0 >= Readout.patience }) ?? true else { return false }
    let fresh = samples.filter { now - $0.time <= Readout.span }.map(\.value)
    samples.removeAll { now - $0.time > Readout.span }
    let values = (fresh.isEmpty ? samples.suffix(1).map(\.value) : fresh).sorted()
    shown = values.isEmpty ? shown : values[values.count / 2]
    lastChange = now
    hasNew = false
    return true
  }
}
