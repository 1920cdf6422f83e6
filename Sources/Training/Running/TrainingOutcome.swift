public import NeuralNet

/// How training ended.
public struct TrainingOutcome: Sendable {
  /// Why it ended.
  public enum Reason: String, Equatable, Sendable, Codable {
    /// All epochs are done.
    case finished
    /// The validation loss did not fall any more.
    case patience
    case targetAccuracy
    case maxSeconds
    /// The listener asked for it; training can be resumed.
    case interrupted
    /// The loss was not a number any more.
    case diverged
  }

  public var reason: Reason
  /// The weights to keep: the best by validation, else the last.
  public var model: Model
  public var history: History
  /// Seconds spent training, interruptions left out.
  public var seconds: Double
}
