/// What happened epoch by epoch, under the keys that Keras uses.
public struct History: Equatable, Sendable, Codable {
  public var loss: [Double] = []
  public var accuracy: [Double] = []
  /// Empty when there was no validation set.
  public var validationLoss: [Double] = []
  public var validationAccuracy: [Double] = []
  public var learningRate: [Double] = []

  enum CodingKeys: String, CodingKey {
    case loss, accuracy
    case validationLoss = "val_loss"
    case validationAccuracy = "val_accuracy"
    case learningRate = "learning_rate"
  }

  /// An empty history.
  public init() {}

  /// The number of finished epochs.
  public var epochs: Int { loss.count }

  /// The 0-based epoch whose weights are kept: the one with the lowest validation loss, without validation the last.
  /// Nil before the first.
  public var keptEpoch: Int? {
    validationLoss.isEmpty
      ? loss.indices.last : validationLoss.indices.min { validationLoss[$0] < validationLoss[$1] }
  }

  /// The kept epoch where it was chosen by validation.
  public var bestEpoch: Int? { validationLoss.isEmpty ? nil : keptEpoch }
}
