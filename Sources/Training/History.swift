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

  /// The 0-based epoch with the lowest validation loss (training loss without validation); nil before the first.
  public var bestEpoch: Int? {
    let watched = validationLoss.isEmpty ? loss : validationLoss
    return watched.indices.min { watched[$0] < watched[$1] }
  }
}
