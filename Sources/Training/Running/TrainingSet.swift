public import DigitData

/// The pictures of a run, divided.
public struct TrainingSet: Sendable {
  /// All labelled pictures that may be trained with.
  public let digits: DigitSet
  /// Which of them are trained with, and which are held back for validation.
  public let split: StratifiedSplit
  /// What the data are, in words for the model card, such as `MNIST`.
  public let name: String

  /// Divides `digits` by `validation` and `seed`.
  public init(_ digits: DigitSet, name: String, validation: Double, seed: UInt64) {
    self.digits = digits
    self.name = name
    split = StratifiedSplit(labels: digits.labels, validation: validation, seed: seed)
  }
}
