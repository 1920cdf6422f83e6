public import DigitData
public import NeuralNet

/// How a network is trained: what the flags of `inkling-train train` and the keys of a configuration file say.
public struct TrainingOptions: Equatable, Sendable {
  /// How the learning rate changes.
  public enum Schedule: String, Equatable, Sendable, Codable, CaseIterable {
    /// Lower when the validation loss no longer falls.
    case plateau
    case constant
    /// Down to zero along half a cosine.
    case cosine
    /// Up to the peak, then down to zero.
    case onecycle
  }

  /// Which optimiser changes the weights.
  public enum OptimizerName: String, Equatable, Sendable, Codable, CaseIterable {
    case adam, adamw, sgd, rmsprop
  }

  /// The network: a preset's name or the text form of a spec.
  public var arch = "cnn-deep"
  public var epochs = 100
  /// Epochs without a better validation loss before training stops.
  public var patience = 5
  public var batch = 128
  /// The share of the training pictures that is held back for validation.
  public var validation = 0.1
  public var seed: UInt64 = 1
  public var optimizer = OptimizerName.adam
  public var learningRate: Float = 0.001
  public var momentum: Float = 0.9
  public var nesterov = false
  public var weightDecay: Float = 0
  public var clipNorm: Float?
  /// Decay of the moving average of the weights; the averages are what is validated and kept.
  public var ema: Float?
  public var labelSmoothing: Float = 0
  public var schedule = Schedule.plateau
  /// What the learning rate is multiplied with on a plateau, and after how many epochs without progress.
  public var plateauFactor: Float = 0.5
  public var plateauPatience = 2
  /// Epochs in which the learning rate rises from zero.
  public var warmUp: Double = 0
  /// Training stops once the validation accuracy is at least this.
  public var targetAccuracy: Double?
  /// Training stops after this time.
  public var maxSeconds: Double?
  public var augment = true
  public var augmentation = Augmentation()
  /// The shares of each batch that are drawn digits and drawn marks that are none, where there are drawings.
  public var drawnShare = 0.2
  public var otherShare = 0.1
  public var inkAugmentation = InkAugmentation()
  /// Decided before training starts: what `auto` came to.
  public var precision = Precision.f32
  public var threads = Team.everyCore.threads

  /// The defaults of the program.
  public init() {}

  /// The optimiser with its settings.
  public var optimizerSettings: Optimizer {
    switch optimizer {
    case .adam, .adamw: .adam()
    case .sgd: .sgd(momentum: momentum, nesterov: nesterov)
    case .rmsprop: .rmsprop()
    }
  }

  /// The precision that `auto` stands for: bf16 where the processor has it and there are convolutions to make it pay.
  public static func automaticPrecision(for spec: ModelSpec) -> Precision {
    let isWorthIt = spec.layers.contains { layer in
      if case .convolution = layer { true } else { false }
    }
    return isWorthIt && ProcessorInfo.hasBFloat16 ? .bf16 : .f32
  }
}

extension TrainingOptions: Codable {
  /// Reads an object in which any key may be missing.
  public init(from decoder: any Decoder) throws {
    self.init()
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func read<Value: Decodable>(_ key: CodingKeys, _ value: inout Value) throws {
      if let found = try values.decodeIfPresent(Value.self, forKey: key) { value = found }
    }
    try read(.arch, &arch)
    try read(.epochs, &epochs)
    try read(.patience, &patience)
    try read(.batch, &batch)
    try read(.validation, &validation)
    try read(.seed, &seed)
    try read(.optimizer, &optimizer)
    try read(.learningRate, &learningRate)
    try read(.momentum, &momentum)
    try read(.nesterov, &nesterov)
    try read(.weightDecay, &weightDecay)
    clipNorm = try values.decodeIfPresent(Float.self, forKey: .clipNorm)
    ema = try values.decodeIfPresent(Float.self, forKey: .ema)
    try read(.labelSmoothing, &labelSmoothing)
    try read(.schedule, &schedule)
    try read(.plateauFactor, &plateauFactor)
    try read(.plateauPatience, &plateauPatience)
    try read(.warmUp, &warmUp)
    targetAccuracy = try values.decodeIfPresent(Double.self, forKey: .targetAccuracy)
    maxSeconds = try values.decodeIfPresent(Double.self, forKey: .maxSeconds)
    try read(.augment, &augment)
    try read(.augmentation, &augmentation)
    try read(.drawnShare, &drawnShare)
    try read(.otherShare, &otherShare)
    try read(.inkAugmentation, &inkAugmentation)
    try read(.precision, &precision)
    try read(.threads, &threads)
  }
}
