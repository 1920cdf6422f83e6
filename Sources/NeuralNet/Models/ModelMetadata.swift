/// What a model says about itself besides its weights.
public struct ModelMetadata: Equatable, Sendable {
  /// The name people see, such as `cnn-deep`.
  public var name: String
  /// The version of the preprocessing that the training pictures went through.
  public var preprocessing: Int
  /// The meaning of each output.
  public var labels: [String]
  /// Pixels of 0…1 become (pixel − mean) ÷ deviation before the first layer.
  public var inputMean: Float
  public var inputDeviation: Float
  /// Logits are divided by it before softmax, so that confidences mean what they say.
  public var temperature: Float
  /// Thresholds by name, such as the confidence below which an answer is unsure.
  public var thresholds: [String: Float]

  /// The version of the preprocessing that this program does.
  public static let currentPreprocessing = 1

  /// Metadata of a fresh digit model.
  public init(
    name: String, preprocessing: Int = ModelMetadata.currentPreprocessing, labels: [String] = (0...9).map(String.init),
    inputMean: Float = 0.1307,
    inputDeviation: Float = 0.3081, temperature: Float = 1, thresholds: [String: Float] = [:]
  ) {
    self.name = name
    self.preprocessing = preprocessing
    self.labels = labels
    self.inputMean = inputMean
    self.inputDeviation = inputDeviation
    self.temperature = temperature
    self.thresholds = thresholds
  }
}
