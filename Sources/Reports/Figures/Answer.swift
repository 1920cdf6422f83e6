import Charts

/// What ten probabilities say in words.
struct Answer: Equatable {
  /// The likeliest digit and the next.
  let first: Int
  let second: Int
  let isSure: Bool
  /// "99.7 %", or "Not sure: 4 or 9".
  let firstLine: String
  /// "Sure, next 1, 0.2 %", or "51.8 % against 45.3 %".
  let secondLine: String

  /// Reads ten probabilities; an answer is sure from `threshold` on.
  init(_ probabilities: [Double], threshold: Double) {
    let order = probabilities.indices.sorted { probabilities[$0] > probabilities[$1] }
    (first, second) = (order[0], order[1])
    isSure = probabilities[first] >= threshold
    let (most, next) = (probabilities[first], probabilities[second])
    firstLine = isSure ? NumberText.probability(most) : "Not sure: \(first) or \(second)"
    secondLine =
      isSure
      ? "Sure, next \(second), \(NumberText.probability(next))"
      : "\(NumberText.probability(most)) against \(NumberText.probability(next))"
  }

  /// The same for the bars.
  var verdict: ProbabilityBars.Verdict { isSure ? .sure(first) : .unsure(first, second) }
}
