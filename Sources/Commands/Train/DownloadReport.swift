import DigitData

/// Tells how far a download has come: a moving line on a terminal, else one line for each file.
struct DownloadReport {
  private let console: Console
  private var lastFile: String?
  private let clock = ContinuousClock()
  private var shown: ContinuousClock.Instant?

  /// Writes to `console`.
  init(_ console: Console) { self.console = console }

  /// Shows one report, at most ten each second.
  mutating func show(_ progress: DownloadProgress) {
    if progress.file != lastFile {
      lastFile = progress.file
      console.note("fetching \(progress.file) (\(progress.index + 1) of \(progress.fileCount)) from \(progress.mirror)")
    }
    if let shown, shown.duration(to: clock.now) < .milliseconds(100) { return }
    shown = clock.now
    let received = "\(progress.receivedBytes / 1024) KiB"
    console.showStatus(progress.totalBytes.map { "\(received) of \($0 / 1024) KiB" } ?? received)
  }
}
