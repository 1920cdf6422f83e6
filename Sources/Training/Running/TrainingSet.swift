public import DigitData

/// The pictures and drawings of a run, divided.
public struct TrainingSet: Sendable {
  /// All labelled pictures that may be trained with.
  public let digits: DigitSet
  /// Which of them are trained with, and which are held back for validation.
  public let split: StratifiedSplit
  /// Drawings to train with; nil where there are none.
  public let ink: InkSource?
  /// What is validated with: the pictures held back, then the digits drawn by the writers held back.
  public let validation: DigitSet
  /// What the data are, in words for the model card, such as `MNIST`.
  public let name: String

  /// Divides `digits` by `validation` and `seed`, and `drawings` by their writers.
  public init(
    _ digits: DigitSet, drawings: InkSet = InkSet([]), amounts: InkAugmentation = InkAugmentation(), name: String,
    validation: Double, seed: UInt64
  ) {
    self.digits = digits
    self.name = name
    split = StratifiedSplit(labels: digits.labels, validation: validation, seed: seed)
    let (held, rest) = drawings.split(writers: drawings.someWriters(share: validation, seed: seed))
    ink = rest.digits.items.isEmpty ? nil : InkSource(rest, amounts: amounts)
    self.validation = digits.subset(at: split.validation).appending(held.framedDigits)
  }
}
