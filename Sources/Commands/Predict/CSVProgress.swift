import Training

/// Tells how far a CSV file is: on a terminal in a line that moves, elsewhere only at the end.
struct CSVProgress {
  private let console: Console
  /// The most rows that will come; `Int.max` when nobody knows.
  private let limit: Int
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant?

  /// Begins to measure.
  init(_ console: Console, limit: Int) {
    self.console = console
    self.limit = limit
    start = clock.now
  }

  /// Shows that `count` rows are done, ten times a second: as much as an eye can follow.
  mutating func show(_ count: Int) {
    // Results that scroll by are progress enough.
    guard console.isTerminal, !console.showsResults else { return }
    let now = clock.now
    if let last, last.duration(to: now) < .milliseconds(100) { return }
    last = now
    let rate = rate(count, until: now)
    var parts = ["\(DecimalText.grouped(count)) rows", "\(DecimalText.grouped(Int(rate))) rows/s"]
    if limit < .max {
      parts.append("\(DecimalText.fixed(Double(count) / Double(limit) * 100, 0)) %")
      parts.append("\(DecimalText.duration(Double(limit - count) / rate)) left at most")
    }
    console.showStatus(String(parts.joined(separator: "  ").prefix(console.columns - 1)))
  }

  /// Tells what it came to.
  func finish(_ tally: AnswerTally, isInterrupted: Bool) {
    let now = clock.now
    let rows = "\(DecimalText.grouped(tally.count)) \(tally.count == 1 ? "row" : "rows")"
    let time = "\(DecimalText.duration(start.duration(to: now).seconds))"
    let rate = "\(DecimalText.grouped(Int(rate(tally.count, until: now)))) rows/s"
    let statuses = tally.count > 0 ? ": \(tally.statuses)" : ""
    let end = isInterrupted ? "interrupted; what is done is kept: " : ""
    console.note("\(Program.predict.name): \(end)\(rows) in \(time) (\(rate))\(statuses)")
    if let accuracy = tally.accuracy { console.note("\(Program.predict.name): \(accuracy)") }
  }

  private func rate(_ count: Int, until now: ContinuousClock.Instant) -> Double {
    Double(count) / max(start.duration(to: now).seconds, 1e-9)
  }
}
