public import Recognition

/// What came of one row of digits.
public struct RecognizedRow: Equatable, Sendable {
  /// The number of the row among all rows, good or bad, from 0.
  public let index: Int
  /// The digit that the source says it is; nil when it does not say or the row cannot be read.
  public let label: Int?
  /// The answer, or what is wrong with the row.
  public let result: Result<Answer, RowError>
  /// Where the row can be found again; see `DigitRow`.
  package let place: Int

  /// Takes everything as it is.
  package init(index: Int, label: Int?, result: Result<Answer, RowError>, place: Int = 0) {
    (self.index, self.label, self.result, self.place) = (index, label, result, place)
  }

  /// Whether the answer is what the source says; nil when it does not say.
  public var isCorrect: Bool? {
    guard let label, case .success(let answer) = result else { return nil }
    return answer.digit == label
  }
}
