/// How a model did on a labelled set of digits: everything that is computed from its probabilities alone.
public struct Evaluation: Equatable, Sendable {
  public var accuracy: Double
  /// Mean cross-entropy, natural logarithm.
  public var loss: Double
  public var count: Int
  /// Rows are the written digits, columns the digits read.
  public var confusion: [[Int]]
  /// One per digit, 0…9.
  public var classes: [ClassReport]
  /// Unweighted mean over the classes, and mean weighted by support.
  public var macroAverage: ClassReport
  public var weightedAverage: ClassReport
  /// Mean distance between confidence and accuracy over `reliability`, weighted by count.
  public var calibrationError: Double
  /// 15 bins with equal counts, from least to most confident.
  public var reliability: [ReliabilityBin]
  public var rejection: [RejectionPoint]
  /// Every picture read wrong, most confident first.
  public var mistakes: [Mistake]

  /// The lowest recall of any digit, and the lowest precision.
  public var worstClassRecall: Double { classes.map(\.recall).min() ?? 0 }
  public var worstClassPrecision: Double { classes.map(\.precision).min() ?? 0 }

  /// Counts and averages over `probabilities` (rows of ten, one per label).
  public init(probabilities: [Float], labels: [UInt8]) {
    precondition(probabilities.count == labels.count * 10, "\(probabilities.count) values for \(labels.count) labels")
    var tally = EvaluationTally()
    for (index, label) in labels.enumerated() {
      tally.add(index: index, probabilities: probabilities[index * 10..<index * 10 + 10], label: Int(label))
    }
    self = tally.evaluation()
  }

  init(
    accuracy: Double, loss: Double, count: Int, confusion: [[Int]], classes: [ClassReport], macroAverage: ClassReport,
    weightedAverage: ClassReport, calibrationError: Double, reliability: [ReliabilityBin], rejection: [RejectionPoint],
    mistakes: [Mistake]
  ) {
    self.accuracy = accuracy
    self.loss = loss
    self.count = count
    self.confusion = confusion
    self.classes = classes
    self.macroAverage = macroAverage
    self.weightedAverage = weightedAverage
    self.calibrationError = calibrationError
    self.reliability = reliability
    self.rejection = rejection
    self.mistakes = mistakes
  }
}
