import Training

extension TrainingOptions {
  /// The weight decay of AdamW where none is given.
  private static let usualDecay: Float = 0.01

  /// Takes over the options that were given; network and precision are decided elsewhere.
  mutating func apply(_ values: OptionValues) {
    applyLimits(values)
    if let name = values.text("optimizer"), let found = OptimizerName(rawValue: name) { optimizer = found }
    values.read("learning-rate", into: &learningRate)
    values.read("momentum", into: &momentum)
    if values.has("nesterov") { nesterov = values.isOn("nesterov") }
    if optimizer == .adamw { weightDecay = TrainingOptions.usualDecay }
    values.read("weight-decay", into: &weightDecay)
    clipNorm = values.number("clip-norm").map(Float.init) ?? clipNorm
    ema = values.number("ema").map(Float.init) ?? ema
    values.read("label-smoothing", into: &labelSmoothing)
    if let name = values.text("schedule"), let found = Schedule(rawValue: name) { schedule = found }
    warmUp = values.number("warm-up") ?? warmUp
    if values.has("no-augment") { augment = !values.isOn("no-augment") }
  }

  private mutating func applyLimits(_ values: OptionValues) {
    epochs = values.integer("epochs") ?? epochs
    patience = values.integer("patience") ?? patience
    batch = values.integer("batch") ?? batch
    validation = values.number("validation") ?? validation
    seed = values.integer("seed").map(UInt64.init) ?? seed
    targetAccuracy = values.number("target-accuracy") ?? targetAccuracy
    maxSeconds = values.number("max-seconds") ?? maxSeconds
    threads = values.integer("threads") ?? threads
  }
}

extension OptionValues {
  fileprivate func read(_ name: String, into value: inout Float) {
    if let number = number(name) { value = Float(number) }
  }
}
