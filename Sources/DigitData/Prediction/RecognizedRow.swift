public import Recognition

/// What came of one row of a CSV file.
public struct RecognizedRow: Equatable, Sendable {
  /// The number of the row among the rows of data, good or bad, from 0.
  public let index: Int
  /// The digit that the file says it is; nil when it does not say or the row cannot be read.
  public let label: Int?
  /// The answer, or what is wrong with the row.
  public let result: Result<Answer, CSVError>

  /// Whether the answer is what the file says; nil when the file does not say.
  public var isCorrect: Bool? {
    guard let label, case .success(let answer) = result else { return nil }
    return answer.digit == label
  }
}
