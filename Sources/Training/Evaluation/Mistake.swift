/// A picture that was read wrong.
public struct Mistake: Equatable, Sendable {
  /// The index of the picture in its set.
  public var index: Int
  /// The digit that was written, and the one that was read.
  public var label: Int
  public var prediction: Int
  /// The probability of the digit that was read, and of the one that was written.
  public var confidence: Double
  public var labelProbability: Double

  /// Takes the figures as they are.
  public init(index: Int, label: Int, prediction: Int, confidence: Double, labelProbability: Double) {
    self.index = index
    self.label = label
    self.prediction = prediction
    self.confidence = confidence
    self.labelProbability = labelProbability
  }
}
