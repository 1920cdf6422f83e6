import Glibc
public import NeuralNet

/// When an answer is not to be relied on: too unsure between digits, or too little like any of them.
///
/// The thresholds stand in the model's metadata and were set on drawings that the model was not trained on.
public struct Rejection: Equatable, Sendable {
  /// The name of the least confidence in the metadata.
  public static let confidenceKey = "confidence"
  /// The name of the least energy in the metadata.
  public static let energyKey = "energy"

  private let leastConfidence: Float
  private let leastEnergy: Float

  /// The thresholds of a model; one that has none accepts everything.
  public init(_ metadata: ModelMetadata) {
    leastConfidence = metadata.thresholds[Rejection.confidenceKey] ?? 0
    leastEnergy = metadata.thresholds[Rejection.energyKey] ?? -.infinity
  }

  /// Whether both are at least their thresholds.
  public func accepts(confidence: Float, energy: Float) -> Bool {
    confidence >= leastConfidence && energy >= leastEnergy
  }

  /// From 0 (surely a digit) to 1, one half at the threshold; 0 where there is none.
  func notDigit(energy: Float) -> Float { 1 / (1 + expf(energy - leastEnergy)) }

  /// How strongly ten logits times `scale` speak for any digit at all: the logarithm of the sum of their exponentials.
  public static func energy(_ logits: UnsafePointer<Float>, scale: Float) -> Float {
    var top = logits[0]
    for digit in 1..<Probabilities.count { top = max(top, logits[digit]) }
    var sum: Float = 0
    for digit in 0..<Probabilities.count { sum += expf((logits[digit] - top) * scale) }
    return top * scale + logf(sum)
  }
}
