/// What a trainer tells its listener.
public enum TrainingEvent: Equatable, Sendable {
  /// Training begins or goes on.
  case started(Start)
  /// A batch is done.
  case batch(Batch)
  /// An epoch is done, validated and saved.
  case epoch(Epoch)

  /// What is known when training begins.
  public struct Start: Equatable, Sendable {
    public var trainingCount: Int
    public var validationCount: Int
    public var stepsPerEpoch: Int
    /// The epoch to begin with, 0-based; above 0 when training goes on.
    public var firstEpoch: Int
    public var epochs: Int
  }

  /// Where training is within an epoch.
  public struct Batch: Equatable, Sendable {
    /// 0-based.
    public var epoch: Int
    /// Batches of this epoch that are done, and that it has.
    public var step: Int
    public var stepsPerEpoch: Int
    /// Mean over the epoch so far.
    public var loss: Double
    public var accuracy: Double
    public var learningRate: Double
    public var imagesPerSecond: Double
  }

  /// How an epoch came out.
  public struct Epoch: Equatable, Sendable {
    /// 0-based.
    public var epoch: Int
    public var epochs: Int
    public var loss: Double
    public var accuracy: Double
    /// Nil without a validation set.
    public var validationLoss: Double?
    public var validationAccuracy: Double?
    public var learningRate: Double
    public var imagesPerSecond: Double
    public var seconds: Double
    /// Whether this is the best epoch so far: its weights are the ones that are kept.
    public var isBest: Bool
  }

  /// What the listener answers.
  public enum Answer: Sendable {
    case goOn
    /// Save everything and return, so that training can be resumed.
    case stop
  }
}
