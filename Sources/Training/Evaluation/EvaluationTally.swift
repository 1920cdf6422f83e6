import Glibc

/// Counts answers one by one and turns the counts into an `Evaluation`.
struct EvaluationTally {
  private struct Answer {
    var confidence: Double
    var isRight: Bool
  }

  private static let binCount = 15
  private var confusion = [[Int]](repeating: [Int](repeating: 0, count: 10), count: 10)
  private var totalLoss = 0.0
  private var answers: [Answer] = []
  private var mistakes: [Mistake] = []

  /// Counts one answer; `probabilities` has ten values.
  mutating func add(index: Int, probabilities: ArraySlice<Float>, label: Int) {
    let start = probabilities.startIndex
    let prediction = (0..<10).max { probabilities[start + $0] < probabilities[start + $1] } ?? 0
    let confidence = Double(probabilities[start + prediction])
    let labelProbability = Double(probabilities[start + label])
    confusion[label][prediction] += 1
    totalLoss -= log(max(labelProbability, 1e-12))
    answers.append(Answer(confidence: confidence, isRight: prediction == label))
    guard prediction != label else { return }
    mistakes.append(
      Mistake(
        index: index, label: label, prediction: prediction, confidence: confidence,
        labelProbability: labelProbability))
  }

  /// Everything that follows from the counts.
  func evaluation() -> Evaluation {
    let count = answers.count
    let classes = (0..<10).map(report(of:))
    let sorted = answers.sorted { $0.confidence < $1.confidence }
    let bins = reliability(of: sorted)
    return Evaluation(
      accuracy: share(answers.count(where: \.isRight), of: count), loss: count == 0 ? 0 : totalLoss / Double(count),
      count: count, confusion: confusion, classes: classes,
      macroAverage: average(of: classes, weights: [Double](repeating: 1, count: 10)),
      weightedAverage: average(of: classes, weights: classes.map(\.support)),
      calibrationError: bins.reduce(0) { $0 + abs($1.confidence - $1.accuracy) * share($1.count, of: count) },
      reliability: bins, rejection: rejection(of: sorted),
      mistakes: mistakes.sorted { ($0.confidence, $1.index) > ($1.confidence, $0.index) })
  }

  private func report(of digit: Int) -> ClassReport {
    let written = confusion[digit].reduce(0, +)
    let read = confusion.reduce(0) { $0 + $1[digit] }
    let precision = share(confusion[digit][digit], of: read)
    let recall = share(confusion[digit][digit], of: written)
    let sum = precision + recall
    return ClassReport(
      precision: precision, recall: recall, f1Score: sum == 0 ? 0 : 2 * precision * recall / sum,
      support: Double(written))
  }

  private func average(of classes: [ClassReport], weights: [Double]) -> ClassReport {
    let total = weights.reduce(0, +)
    func mean(_ value: (ClassReport) -> Double) -> Double {
      total == 0 ? 0 : zip(classes, weights).reduce(0) { $0 + value($1.0) * $1.1 } / total
    }
    return ClassReport(
      precision: mean(\.precision), recall: mean(\.recall), f1Score: mean(\.f1Score),
      support: Double(answers.count))
  }

  private func reliability(of sorted: [Answer]) -> [ReliabilityBin] {
    let bins = min(EvaluationTally.binCount, sorted.count)
    return (0..<bins).map { bin in
      let slice = sorted[ReliabilityBin.places(of: bin, of: bins, count: sorted.count)]
      return ReliabilityBin(
        low: slice.first?.confidence ?? 0, high: slice.last?.confidence ?? 0, count: slice.count,
        confidence: slice.reduce(0) { $0 + $1.confidence } / Double(slice.count),
        accuracy: share(slice.count(where: \.isRight), of: slice.count))
    }
  }

  /// The curve at thresholds 0, 0.01 … 0.99 and 0.999.
  private func rejection(of sorted: [Answer]) -> [RejectionPoint] {
    ((0..<100).map { Double($0) / 100 } + [0.999]).map { threshold in
      let accepted = sorted[(sorted.firstIndex { $0.confidence >= threshold } ?? sorted.count)...]
      return RejectionPoint(
        threshold: threshold, accepted: share(accepted.count, of: sorted.count),
        accuracy: accepted.isEmpty ? 1 : share(accepted.count(where: \.isRight), of: accepted.count))
    }
  }

  private func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}
