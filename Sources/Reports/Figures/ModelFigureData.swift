public import Recognition
public import Training

/// Everything that the figures of a model show, as plain values.
public struct ModelFigureData: Sendable {
  /// A picture with the digit that was written.
  public struct LabelledImage: Equatable, Sendable {
    public var image: GrayImage
    public var label: Int

    /// Takes both as they are.
    public init(image: GrayImage, label: Int) {
      self.image = image
      self.label = label
    }
  }

  /// A picture and what augmentation makes of it.
  public struct AugmentedImage: Equatable, Sendable {
    public var original: GrayImage
    public var variants: [GrayImage]

    /// Takes both as they are.
    public init(original: GrayImage, variants: [GrayImage]) {
      self.original = original
      self.variants = variants
    }
  }

  /// A picture that was read wrong.
  public struct MisreadImage: Equatable, Sendable {
    public var image: GrayImage
    public var label: Int
    public var prediction: Int
    /// The probability of what was read, 0…1.
    public var confidence: Double
    /// The probability of what was written, 0…1.
    public var labelProbability: Double

    /// Takes the figures of `mistake`.
    public init(image: GrayImage, mistake: Mistake) {
      self.image = image
      label = mistake.label
      prediction = mistake.prediction
      confidence = mistake.confidence
      labelProbability = mistake.labelProbability
    }
  }

  /// One picture and the whole answer to it.
  public struct Prediction: Equatable, Sendable {
    public var image: GrayImage
    public var label: Int
    /// Ten values 0…1.
    public var probabilities: [Double]

    /// `probabilities` must be ten values.
    public init(image: GrayImage, label: Int, probabilities: [Double]) {
      precondition(probabilities.count == 10, "\(probabilities.count) probabilities for ten digits")
      self.image = image
      self.label = label
      self.probabilities = probabilities
    }
  }

  public var modelName: String
  public var history: History
  /// On the test set.
  public var evaluation: Evaluation
  /// How many training pictures of each digit there are; their sum is the size of the set.
  public var trainingCounts: [Int]
  /// The same for the validation set; empty when there is none.
  public var validationCounts: [Int]
  /// From the training set; a few of each digit look best.
  public var samples: [LabelledImage]
  public var augmented: [AugmentedImage]
  /// In the order of `evaluation.mistakes`; the first ones are enough.
  public var misread: [MisreadImage]
  /// Nil leaves its figure empty.
  public var prediction: Prediction?
  /// The share from which an answer is sure.
  public var sureThreshold = 0.7

  /// The numbers; pictures are added afterwards.
  public init(modelName: String, history: History, evaluation: Evaluation, trainingCounts: [Int]) {
    self.modelName = modelName
    self.history = history
    self.evaluation = evaluation
    self.trainingCounts = trainingCounts
    validationCounts = []
    samples = []
    augmented = []
    misread = []
  }
}
