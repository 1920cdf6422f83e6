package import Training

/// How far a lesson has come.
package enum TeachProgress: Equatable, Sendable {
  /// The training digits are read from the disk.
  case preparing
  /// A file of them is being downloaded: bytes so far and in all, and which of how many files it is.
  case fetching(received: Int, total: Int?, file: Int, of: Int)
  case lesson(PersonalLesson.Step)

  /// How much is done, 0…1.
  var share: Double {
    switch self {
    case .preparing: 0
    case .fetching(let received, let total, _, _): total.map { Double(received) / Double(max(1, $0)) } ?? 0
    case .lesson(let step): step.share
    }
  }

  /// The same in words.
  var words: String {
    switch self {
    case .preparing: "Reading the training digits"
    case .fetching(_, _, let file, let count): "Downloading file \(file) of \(count)"
    case .lesson(.reading(_, _, let isAfter)): isAfter ? "Reading again" : "Reading before"
    case .lesson(.learning(let done, let count)): "Learning, \(done) of \(count)"
    }
  }
}
