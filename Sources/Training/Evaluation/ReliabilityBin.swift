/// Answers of about the same confidence: how sure the model was and how often it was right.
public struct ReliabilityBin: Equatable, Sendable, Codable {
  /// The lowest and highest confidence in the bin.
  public var low: Double
  public var high: Double
  public var count: Int
  /// The mean confidence in the bin.
  public var confidence: Double
  /// The share of right answers in the bin.
  public var accuracy: Double

  /// Takes the figures as they are.
  public init(low: Double, high: Double, count: Int, confidence: Double, accuracy: Double) {
    self.low = low
    self.high = high
    self.count = count
    self.confidence = confidence
    self.accuracy = accuracy
  }

  /// Which of `count` answers, sorted from least to most confident, are in bin `bin` of `bins`.
  public static func places(of bin: Int, of bins: Int, count: Int) -> Range<Int> {
    bin * count / bins..<(bin + 1) * count / bins
  }
}
