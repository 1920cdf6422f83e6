import DigitData
import NeuralNet
import Training

extension TrainPlan {
  /// What `config.json` says about the run.
  func configuration(for pictures: TrainPictures) -> RunConfiguration {
    var configuration = RunConfiguration(
      options: options, spec: network.spec.text, name: network.name, dataset: pictures.name,
      pictures: pictures.set.digits.count, program: "\(Program.train.name) \(Program.version)")
    configuration.data = source.directory
    configuration.csv = source.csv
    configuration.strokes = strokes.files
    configuration.reserve = strokes.reserve
    configuration.credits = strokes.credits
    return configuration
  }

  /// The command that makes the model again: what differs from the defaults, and what the machine decided.
  var command: String {
    let usual = TrainingOptions()
    var words = [Program.train.name, "train", "--arch", options.arch]
    func add(_ name: String, _ value: String?, unless usual: String?) {
      if let value, value != usual { words += ["--\(name)", value] }
    }
    if let csv = source.csv { words += ["--csv", csv] }
    if !strokes.files.isEmpty { words += ["--strokes"] + strokes.files }
    add("reserve", strokes.reserve, unless: nil)
    if !strokes.credits.isEmpty { words += ["--credit"] + strokes.credits }
    add("epochs", "\(options.epochs)", unless: "\(usual.epochs)")
    add("patience", "\(options.patience)", unless: "\(usual.patience)")
    add("batch", "\(options.batch)", unless: "\(usual.batch)")
    add("validation", "\(options.validation)", unless: "\(usual.validation)")
    words += ["--seed", "\(options.seed)"]
    add("optimizer", options.optimizer.rawValue, unless: usual.optimizer.rawValue)
    add("learning-rate", "\(options.learningRate)", unless: "\(usual.learningRate)")
    add("momentum", "\(options.momentum)", unless: "\(usual.momentum)")
    if options.nesterov { words.append("--nesterov") }
    let decay = options.optimizer == .adamw ? "" : "\(usual.weightDecay)"
    add("weight-decay", "\(options.weightDecay)", unless: decay)
    add("clip-norm", options.clipNorm.map { "\($0)" }, unless: nil)
    add("ema", options.ema.map { "\($0)" }, unless: nil)
    add("label-smoothing", "\(options.labelSmoothing)", unless: "\(usual.labelSmoothing)")
    add("schedule", options.schedule.rawValue, unless: usual.schedule.rawValue)
    add("warm-up", "\(options.warmUp)", unless: "\(usual.warmUp)")
    add("target-accuracy", options.targetAccuracy.map { "\($0)" }, unless: nil)
    if !options.augment { words.append("--no-augment") }
    if hasMoreThanOptions { words += ["--config", "config.json"] }
    words += ["--precision", options.precision.rawValue, "--threads", "\(options.threads)"]
    return words.map(ShellWord.quoted).joined(separator: " ")
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
