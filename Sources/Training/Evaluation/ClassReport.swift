/// How one class, or an average over classes, came out.
public struct ClassReport: Equatable, Sendable, Codable {
  /// Of what was read as this class, the share that was right; 0 when nothing was.
  public var precision: Double
  /// Of what was written as this class, the share that was read so; 0 when nothing was written.
  public var recall: Double
  /// The harmonic mean of the two; 0 when both are.
  public var f1Score: Double
  /// How many were written.
  public var support: Double

  enum CodingKeys: String, CodingKey {
    case precision, recall, support
    case f1Score = "f1-score"
  }

  /// Takes the four figures as they are.
  public init(precision: Double, recall: Double, f1Score: Double, support: Double) {
    self.precision = precision
    self.recall = recall
    self.f1Score = f1Score
    self.support = support
  }
}
