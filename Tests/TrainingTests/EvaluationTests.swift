import Glibc
import Testing
import Training

@Suite struct EvaluationTests {
  /// Rows with `confidence` on one digit and the rest shared equally.
  private func row(_ digit: Int, _ confidence: Float) -> [Float] {
    (0..<10).map { $0 == digit ? confidence : (1 - confidence) / 9 }
  }

  @Test func countsWhatWasRead() {
    let answers: [(label: UInt8, read: Int, confidence: Float)] = [
      (0, 0, 0.9), (0, 0, 0.8), (0, 1, 0.7), (1, 1, 0.95), (2, 2, 0.6), (2, 1, 0.99),
    ]
    let evaluation = Evaluation(
      probabilities: answers.flatMap { row($0.read, $0.confidence) }, labels: answers.map(\.label))
    #expect(evaluation.count == 6)
    #expect(abs(evaluation.accuracy - 4.0 / 6) < 1e-12)
    #expect(evaluation.confusion[0][0] == 2 && evaluation.confusion[0][1] == 1 && evaluation.confusion[2][1] == 1)
    #expect(evaluation.confusion.joined().reduce(0, +) == 6)
    #expect(abs(evaluation.classes[0].recall - 2.0 / 3) < 1e-12 && evaluation.classes[0].precision == 1)
    #expect(abs(evaluation.classes[0].f1Score - 0.8) < 1e-12)
    #expect(abs(evaluation.classes[1].precision - 1.0 / 3) < 1e-12 && evaluation.classes[1].recall == 1)
    #expect(evaluation.classes[5].support == 0 && evaluation.classes[5].f1Score == 0)
    #expect(evaluation.mistakes.map(\.index) == [5, 2])
    #expect(evaluation.mistakes[0].prediction == 1 && evaluation.mistakes[0].label == 2)
    let losses = [0.9, 0.8, 0.3 / 9, 0.95, 0.6, 0.01 / 9].map { -log($0) }
    #expect(abs(evaluation.loss - losses.reduce(0, +) / 6) < 1e-5)
    #expect(abs(evaluation.weightedAverage.recall - evaluation.accuracy) < 1e-12)
    #expect(abs(evaluation.macroAverage.recall - (2.0 / 3 + 1 + 0.5) / 10) < 1e-12)
  }

  @Test func calibrationIsTheDistanceToTheDiagonal() {
    // 150 answers at .8 of which 120 are right: perfectly calibrated; then all at .9: off by .1.
    for (confidence, expected) in [(Float(0.8), 0.0), (0.9, 0.1)] {
      let labels = (0..<150).map { UInt8($0 % 5 == 0 ? 1 : 0) }
      let evaluation = Evaluation(
        probabilities: labels.flatMap { _ in row(0, confidence) }, labels: labels)
      #expect(evaluation.reliability.count == 15)
      #expect(evaluation.reliability.map(\.count) == [Int](repeating: 10, count: 15))
      #expect(abs(evaluation.calibrationError - expected) < 1e-6)
    }
  }

  @Test func rejectionAcceptsLessAndIsRightMoreOften() {
    let labels = (0..<100).map { UInt8($0 % 10) }
    // The surer half is right, the other half wrong.
    let probabilities = labels.enumerated().flatMap { index, label in
      index < 50 ? row(Int(label), 0.9) : row((Int(label) + 1) % 10, 0.4)
    }
    let curve = Evaluation(probabilities: probabilities, labels: labels).rejection
    #expect(curve.first == RejectionPoint(threshold: 0, accepted: 1, accuracy: 0.5))
    let middle = curve.first { $0.threshold == 0.5 }
    #expect(middle?.accepted == 0.5 && middle?.accuracy == 1)
    #expect(curve.last?.accepted == 0 && curve.last?.accuracy == 1)
  }

  @Test func nothingToEvaluateIsNotACrash() {
    let evaluation = Evaluation(probabilities: [], labels: [])
    #expect(evaluation.count == 0 && evaluation.accuracy == 0 && evaluation.reliability.isEmpty)
  }
}
