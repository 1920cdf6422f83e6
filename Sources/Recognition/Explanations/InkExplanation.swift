/// Why ink is read as one digit and not as another.
public struct InkExplanation: Equatable, Sendable {
  /// A place of a line, and how much the ink around it speaks for the digit and against the second.
  public struct Place: Equatable, Sendable {
    public var x: Double
    public var y: Double
    /// By how much the logarithm of the odds of the two digits falls without it; below 0 the ink speaks for the second.
    public var evidence: Float
  }

  /// A line of evenly spaced places.
  public struct Line: Equatable, Sendable {
    /// Which stroke of the drawing it is.
    public var stroke: Int
    public var places: [Place]
  }

  /// A stroke, or a third of one, and what would be read without it.
  public struct Part: Equatable, Sendable {
    public var stroke: Int
    /// 0, 1 or 2 counted from where the pen began; nil: the whole stroke.
    public var third: Int?
    /// What would be read; nil where there would be no ink.
    public var digit: Int?
    /// The probability that would be left for the digit that is read now.
    public var probability: Float
  }

  /// Ink that is not there, and what would be read with it.
  public struct Gap: Equatable, Sendable {
    /// The ends of the line that would be drawn; the same place twice for a dot.
    public var start: SIMD2<Double>
    public var end: SIMD2<Double>
    /// How much the empty paper speaks for the digit and against the second.
    public var evidence: Float
    public var digit: Int
    /// The probability of that digit.
    public var probability: Float
  }

  /// The digit that is read, and the next likely.
  public var digit: Int
  public var second: Int
  /// The probabilities of the two.
  public var probability: Float
  public var secondProbability: Float
  public var lines: [Line]
  public var parts: [Part]
  /// The most telling first.
  public var gaps: [Gap]
  /// How much the logarithm of the digit's probability falls without the ink of each of the 784 pixels; 0 on paper.
  public var pixels: [Float]
  /// The picture that the network saw.
  public var image: GrayImage
  /// What the network makes of the picture before its last layer decides; empty where that cannot be told.
  public var embedding: [Float]
}
