/// What happens when answers below a confidence are refused.
public struct RejectionPoint: Equatable, Sendable, Codable {
  public var threshold: Double
  /// The share of all answers that is at least as confident.
  public var accepted: Double
  /// The share of right answers among these; 1 when none is left.
  public var accuracy: Double

  /// Takes the figures as they are.
  public init(threshold: Double, accepted: Double, accuracy: Double) {
    self.threshold = threshold
    self.accepted = accepted
    self.accuracy = accuracy
  }
}
