import DigitData

/// What a run has come to, in portions that can be told.
struct BatchNotes {
  private(set) var tally = BatchTally()
  /// Rows that are in no full chunk yet.
  private var loose: [RecognizedRow] = []
  /// Full chunks that were not told yet, after those that were.
  private var chunks: [BatchChunk] = []
  private var toldChunks = 0
  private var troubles: [BatchTroubles.Trouble] = []
  private var troubleCount = 0
  private let total: Int?
  private let limit: Int
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastReport: ContinuousClock.Instant?

  /// Nothing yet of `total` rows, where that is known, and of `limit` at most.
  init(total: Int?, limit: Int) {
    (self.total, self.limit) = (total, limit)
    start = clock.now
  }

  /// Takes more rows.
  mutating func add(_ rows: [RecognizedRow]) {
    for row in rows {
      tally.add(row)
      if case .failure(let error) = row.result, troubleCount < BatchTroubles.most {
        troubles.append(BatchTroubles.Trouble(row: row.index, error: error))
        troubleCount += 1
      }
    }
    loose += rows
    while loose.count >= BatchChunk.size {
      chunks.append(BatchChunk(loose.prefix(BatchChunk.size)))
      loose.removeFirst(BatchChunk.size)
    }
  }

  /// Whether so much time has passed that somebody wants to know.
  func wantsReport(after time: Duration) -> Bool { lastReport.map { $0.duration(to: clock.now) >= time } ?? true }

  /// What is new; `position` is the share of a file that has been read.
  mutating func report(position: Double) -> BatchProgress {
    let now = clock.now
    let seconds = max(1e-6, start.duration(to: now).milliseconds / 1e3)
    let share = total.map { Double(tally.count) / Double(max(1, $0)) } ?? position
    let progress = BatchProgress(
      firstChunk: toldChunks, chunks: chunks + (loose.isEmpty ? [] : [BatchChunk(loose[...])]), tally: tally,
      troubles: troubles, share: min(1, max(share, Double(tally.count) / Double(limit))),
      rate: Double(tally.count) / seconds, seconds: seconds)
    toldChunks += chunks.count
    (chunks, troubles, lastReport) = ([], [], now)
    return progress
  }
}
