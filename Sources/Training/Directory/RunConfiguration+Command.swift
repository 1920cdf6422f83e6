import NeuralNet

extension RunConfiguration {
  /// The command that makes the model again: what differs from the defaults, and what the machine decided.
  public var command: String { RunConfiguration.line(of: words) }

  /// The same with what belongs to one computer and one sitting: where the digits are, and the most time it may take.
  public var commandHere: String {
    var words = words
    if let data { words += ["--data", data] }
    if let seconds = options.maxSeconds { words += ["--max-seconds", RunConfiguration.text(seconds)] }
    return RunConfiguration.line(of: words)
  }

  private static func line(of words: [String]) -> String { words.map(ShellWord.quoted).joined(separator: " ") }

  private var words: [String] {
    var words = ["inkling-train", "train", "--arch", options.arch]
    if let csv { words += ["--csv", csv] }
    if !strokes.isEmpty { words += ["--strokes"] + strokes }
    if let reserve { words += ["--reserve", reserve] }
    if !credits.isEmpty { words += ["--credit"] + credits }
    words += steps + rules
    if hasMoreThanOptions { words += ["--config", "config.json"] }
    return words + ["--precision", options.precision.rawValue, "--threads", "\(options.threads)"]
  }

  private var steps: [String] {
    let usual = TrainingOptions()
    var list = WordList()
    list.add("epochs", "\(options.epochs)", unless: "\(usual.epochs)")
    list.add("patience", "\(options.patience)", unless: "\(usual.patience)")
    list.add("batch", "\(options.batch)", unless: "\(usual.batch)")
    list.add("validation", "\(options.validation)", unless: "\(usual.validation)")
    list.add("seed", "\(options.seed)", unless: nil)
    return list.words
  }

  private var rules: [String] {
    let usual = TrainingOptions()
    var list = WordList()
    list.add("optimizer", options.optimizer.rawValue, unless: usual.optimizer.rawValue)
    list.add("learning-rate", "\(options.learningRate)", unless: "\(usual.learningRate)")
    list.add("momentum", "\(options.momentum)", unless: "\(usual.momentum)")
    if options.nesterov { list.words.append("--nesterov") }
    let decay = options.optimizer == .adamw ? "" : "\(usual.weightDecay)"
    list.add("weight-decay", "\(options.weightDecay)", unless: decay)
    list.add("clip-norm", options.clipNorm.map { "\($0)" }, unless: nil)
    list.add("ema", options.ema.map { "\($0)" }, unless: nil)
    list.add("label-smoothing", "\(options.labelSmoothing)", unless: "\(usual.labelSmoothing)")
    list.add("schedule", options.schedule.rawValue, unless: usual.schedule.rawValue)
    list.add("warm-up", "\(options.warmUp)", unless: "\(usual.warmUp)")
    list.add("target-accuracy", options.targetAccuracy.map { "\($0)" }, unless: nil)
    if !options.augment { list.words.append("--no-augment") }
    return list.words
  }

  private struct WordList {
    var words: [String] = []

    mutating func add(_ name: String, _ value: String?, unless usual: String?) {
      if let value, value != usual { words += ["--\(name)", value] }
    }
  }

  /// A number as it is typed: without decimals where it has none.
  private static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  /// Whether something that no option stands for differs from the defaults; `config.json` of the model has it.
  private var hasMoreThanOptions: Bool {
    let usual = TrainingOptions()
    let drawn = (options.inkAugmentation, options.drawnShare, options.otherShare)
    return options.augmentation != usual.augmentation
      || drawn != (usual.inkAugmentation, usual.drawnShare, usual.otherShare)
      || (options.plateauFactor, options.plateauPatience) != (usual.plateauFactor, usual.plateauPatience)
  }
}
