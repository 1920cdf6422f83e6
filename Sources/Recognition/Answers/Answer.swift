/// What was recognised, and how sure that is.
public struct Answer: Equatable, Sendable {
  /// Whether there is an answer to rely on.
  public enum Status: String, Equatable, Sendable {
    /// A digit.
    case ok
    /// Perhaps a digit, perhaps something else: `digit` is the best guess.
    case unsure
    /// No ink.
    case blank
  }

  public let status: Status
  /// The most probable digit; nil where there is no ink.
  public let digit: Int?
  /// The digit that comes next; nil where there is no ink.
  public let second: Int?
  /// Calibrated: of all answers with .9, nine in ten are right. All zero where there is no ink.
  public let probabilities: Probabilities
  /// From 0 to 1 how little the ink looks like any digit.
  public let notDigit: Float
  /// How long it took from ink to answer.
  public let time: Duration

  /// The probability of `digit`; 0 where there is no ink.
  public var confidence: Float { digit.map { probabilities[$0] } ?? 0 }

  /// Takes everything as it is.
  package init(
    status: Status, digit: Int?, second: Int?, probabilities: Probabilities, notDigit: Float, time: Duration
  ) {
    self.status = status
    self.digit = digit
    self.second = second
    self.probabilities = probabilities
    self.notDigit = notDigit
    self.time = time
  }

  /// The answer to no ink.
  init(blankAfter time: Duration) {
    self.init(status: .blank, digit: nil, second: nil, probabilities: Probabilities(), notDigit: 0, time: time)
  }
}
