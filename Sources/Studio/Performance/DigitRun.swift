package import DigitData

/// A reading of the test digits that is under way.
package struct DigitRun: Equatable, Sendable {
  /// How far it has come.
  package enum Step: Equatable, Sendable {
    /// The digits are read from the disk.
    case reading
    /// A file of them is being downloaded.
    case fetching(DownloadProgress)
    /// The network is asked: digits so far and in all, and how many each second.
    case asking(done: Int, count: Int, rate: Double)
  }

  /// What comes of another run is stale.
  package var number: Int
  package var step = Step.reading
  /// Whether somebody has asked for new figures; otherwise only the pictures are wanted.
  package var isAsked: Bool
  /// Whether they are downloaded where they are missing.
  var fetches = false

  /// Whether a download may be under way: it is told of only after its first bytes.
  var isFetching: Bool {
    if case .asking = step { return false }
    return fetches
  }

  /// How much is done, 0…1.
  var share: Double {
    switch step {
    case .reading: 0
    case .fetching(let progress): progress.share
    case .asking(let done, let count, _): Double(done) / Double(max(1, count))
    }
  }
}
