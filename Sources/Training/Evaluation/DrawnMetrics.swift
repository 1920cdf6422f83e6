public import DigitData
public import NeuralNet
import Recognition

/// How a model does on drawings: its digits, each contributor's, and what it makes of marks that are no digits.
public struct DrawnMetrics: Equatable, Sendable, Codable {
  /// Digits of one contributor.
  public struct Contributor: Equatable, Sendable, Codable {
    public var name: String
    public var count: Int
    public var accuracy: Double
  }

  /// Of the digits.
  public var accuracy: Double
  public var loss: Double
  public var count: Int
  public var calibrationError: Double
  /// The share of digits whose answer is to be relied on, and of those the share that is right.
  public var accepted: Double
  public var acceptedAccuracy: Double
  public var contributors: [Contributor]
  /// Letters that do not look like digits, and the share of them taken for digits; nil where there are none.
  public var letters: Int
  public var lettersAccepted: Double?
  /// All marks that are no digits, the same.
  public var others: Int
  public var othersAccepted: Double?

  /// Asks `model` about `drawings`, which have at least one digit.
  public init(_ model: Model, drawings: InkSet, team: Team = .everyCore) throws(TrainingError) {
    let evaluator = try Evaluator(model, team: team)
    let digits = drawings.digits
    let labels = digits.framedDigits.labels
    let evaluation = Evaluation(probabilities: evaluator.probabilities(of: digits.framed), labels: labels)
    let wrong = Set(evaluation.mistakes.map(\.index))
    let isSure = evaluator.areAccepted(digits.framed)
    accuracy = evaluation.accuracy
    loss = evaluation.loss
    count = evaluation.count
    calibrationError = evaluation.calibrationError
    let sure = isSure.indices.filter { isSure[$0] }
    accepted = DrawnMetrics.share(sure.count, of: count)
    acceptedAccuracy = DrawnMetrics.share(sure.count { !wrong.contains($0) }, of: sure.count)
    contributors = DrawnMetrics.contributors(of: digits, wrong: wrong)
    let letters = InkSet(drawings.others.items.filter(\.isLetter))
    self.letters = letters.items.count
    lettersAccepted = evaluator.acceptedShare(of: letters)
    others = drawings.others.items.count
    othersAccepted = evaluator.acceptedShare(of: drawings.others)
  }

  private static func contributors(of digits: InkSet, wrong: Set<Int>) -> [Contributor] {
    let groups = Dictionary(grouping: digits.items.indices) { digits.items[$0].contributor }
    return groups.sorted { $0.key < $1.key }.map { name, indices in
      let right = indices.count { !wrong.contains($0) }
      return Contributor(name: String(name), count: indices.count, accuracy: share(right, of: indices.count))
    }
  }

  fileprivate static func share(_ part: Int, of whole: Int) -> Double { Double(part) / Double(max(whole, 1)) }
}

extension Evaluator {
  /// For each picture whether the model's thresholds accept the answer.
  func areAccepted(_ digits: DigitSet) -> [Bool] {
    let rejection = Rejection(model.metadata)
    let (probabilities, logits) = (probabilities(of: digits), logits(of: digits))
    return logits.withUnsafeBufferPointer { logits in
      (0..<digits.count).map { row in
        guard let logits = logits.baseAddress else { return false }
        let energy = Rejection.energy(logits + row * 10, scale: 1 / model.metadata.temperature)
        return rejection.accepts(confidence: probabilities[row * 10..<row * 10 + 10].max() ?? 0, energy: energy)
      }
    }
  }

  fileprivate func acceptedShare(of drawings: InkSet) -> Double? {
    guard !drawings.items.isEmpty else { return nil }
    let accepted = areAccepted(drawings.framed).count { $0 }
    return DrawnMetrics.share(accepted, of: drawings.items.count)
  }
}
