package import Recognition

/// What is known of one row.
package struct BatchRow: Equatable, Sendable {
  package var status: BatchStatus
  /// The digit that is read; nil where nothing is.
  package var digit: Int?
  /// The digit that the source says it is.
  package var label: Int?
  package var probabilities: Probabilities
  /// Whether the ink looks like no digit at all.
  package var isNotDigit: Bool
  /// Where the row can be found again.
  package var place: Int

  /// The probability of `digit`.
  var confidence: Double { digit.map { Double(probabilities[$0]) } ?? 0 }

  /// The next likely digit.
  var second: Int? {
    guard let digit else { return nil }
    return probabilities.indices.filter { $0 != digit }.max {
      (probabilities[$0], -$0) < (probabilities[$1], -$1)
    }
  }

  /// Whether the answer is what the source says; nil where it does not say.
  var isCorrect: Bool? {
    guard let label, status != .bad else { return nil }
    return digit == label
  }

  /// The answer as it was given.
  var answer: Answer? {
    status.answered.map {
      Answer(
        status: $0, digit: digit, second: second, probabilities: probabilities, notDigit: isNotDigit ? 1 : 0,
        time: .zero)
    }
  }
}
