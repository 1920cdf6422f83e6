public import Ink

/// What one file of a UNIPEN release gave.
public struct UnipenFile: Sendable {
  /// Where the file is.
  public let path: String
  /// The isolated characters in it.
  public internal(set) var drawings: [Drawing] = []
  /// What could not be used, at most as many as a reader wants to see.
  public private(set) var errors: [UnipenError] = []
  /// How much could not be used in all.
  public private(set) var errorCount = 0

  /// The most errors of one file that are kept.
  private static let mostErrors = 10

  init(path: String) { self.path = path }

  /// Counts `error`, and keeps it if it is one of the first.
  mutating func report(_ error: UnipenError) {
    errorCount += 1
    if errors.count < UnipenFile.mostErrors { errors.append(error) }
  }
}
