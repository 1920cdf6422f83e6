import DigitData

/// Why the test digits cannot be shown.
package struct DigitTrouble: Equatable, Sendable, Error {
  /// What has happened.
  package var title: String
  /// What to do.
  package var advice: String
  /// Whether they can be downloaded.
  package var canFetch: Bool
  /// Whether nothing is wrong: they are not here, and nobody has tried to get them.
  var isAbsence = false

  /// What to say after `error`; `canFetch` says whether there is a cache that may be filled.
  init(after error: any Error, canFetch: Bool) {
    self.canFetch = canFetch
    let orFolder = "or open a folder that holds the four MNIST files"
    switch error as? MNISTError {
    case .offline?, .missing?, .noCacheDirectory?:
      (title, isAbsence) = (DigitTrouble.absence, true)
      advice = canFetch ? "Download 12 MB, or open a folder" : "Open a folder that holds the four MNIST files"
    case .download(.allMirrorsFailed(_, let refusals))?:
      title = "The test digits could not be downloaded"
      let reasons = refusals.map(\.reason).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      let reason = reasons.isEmpty ? "" : "\(reasons.prefix(2).joined(separator: "; ")). "
      advice = "\(reason)Check the network and try again, \(orFolder)"
    default:
      title = "The test digits cannot be read"
      advice = "\(error)"
    }
  }

  private init(_ title: String, _ advice: String, canFetch: Bool = false, isAbsence: Bool = false) {
    (self.title, self.advice, self.canFetch, self.isAbsence) = (title, advice, canFetch, isAbsence)
  }

  private static let absence = "The test digits are not on this computer"

  /// A download that somebody has stopped.
  static let stopped = DigitTrouble(
    absence, "The download was stopped; the next one goes on from there", canFetch: true, isAbsence: true)

  /// A reading that somebody has stopped.
  static let notRead = DigitTrouble("The test digits were not read", "Press Evaluate now to read them")

  /// Both in one line.
  var text: String { "\(title). \(advice)" }
}
