package import DigitData
package import Training

/// How far a lesson has come.
package enum TeachProgress: Equatable, Sendable {
  /// The training digits are read from the disk.
  case preparing
  /// A file of them is being downloaded.
  case fetching(DownloadProgress)
  case lesson(PersonalLesson.Step)

  /// How much is done, 0…1.
  var share: Double {
    switch self {
    case .preparing: 0
    case .fetching(let progress): progress.share
    case .lesson(let step): step.share
    }
  }

  /// The same in words.
  var words: String {
    switch self {
    case .preparing: "Reading the training digits"
    case .fetching(let progress): "Downloading file \(progress.index + 1) of \(progress.fileCount)"
    case .lesson(.reading(_, _, let isAfter)): isAfter ? "Reading again" : "Reading before"
    case .lesson(.learning(let done, let count)): "Learning, \(done) of \(count)"
    }
  }
}
