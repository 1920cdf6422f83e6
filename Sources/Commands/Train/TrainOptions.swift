import NeuralNet
import Training

/// The table of options of `train`, and what they come to.
enum TrainOptions {
  private static let usual = TrainingOptions()
  private static let share = NumberRange(.including(0), .excluding(1))
  private static let positive = NumberRange(.excluding(0))

  static let data = Option(
    "data", .text(placeholder: "DIR"), "the directory of the four MNIST files",
    usual: "$INKLING_DATA, else the cache, filled on first use")
  static let strokes = Option(
    "strokes", .texts(placeholder: "FILE"), "drawings (NDJSON, also gzipped): digits and marks that are no digits")
  static let reserve = Option(
    "reserve", .text(placeholder: "FILE"),
    "writers, one per line, who are never trained on; confidence is calibrated on their drawings")
  static let offline = Option("offline", .none, "never opens a connection")
  static let precision = Option(
    "precision", .choice(["f32", "bf16", "auto"]), "the numbers to train with; auto is bf16 where it is quicker",
    usual: "auto")
  static let threads = Option("threads", .integer(placeholder: "N", 1...1024), "threads to use", usual: "every core")

  /// Every option of `train`.
  static let table: [Option] = places + steps + rules + running

  private static let places = [
    Option(
      "arch", .text(placeholder: "NAME|SPEC|FILE"),
      "the network: \(Preset.allCases.map(\.rawValue).joined(separator: ", ")), its layers as text, or a file with "
        + "text or JSON", usual: usual.arch),
    data,
    Option("csv", .text(placeholder: "FILE"), "trains on this CSV file (label, 784 pixels) instead of MNIST"),
    strokes, reserve,
    Option("credit", .texts(placeholder: "TEXT"), "a sentence for the model card: where the data come from"),
    offline,
    Option(
      "output", .text(placeholder: "DIR"), "the model directory to make",
      usual: "models/NAME-TIME in the user's data directory"),
    Option("force", .none, "replaces what --output holds"),
    Option("config", .text(placeholder: "FILE"), "JSON with these names in camel case; options win over it"),
    Option(
      "resume", .text(placeholder: "DIR"),
      "goes on with an interrupted run; only \(resumable.map { "--\($0)" }.joined(separator: ", ")) may be given with it"
    ),
  ]

  /// The options that may be given with `--resume`.
  static let resumable = [
    "epochs", "max-seconds", "data", "strokes", "reserve", "credit", "offline", "progress", "no-figures",
  ]

  private static let steps = [
    Option("epochs", .integer(placeholder: "N", 1...1_000_000), "rounds over the pictures", usual: "\(usual.epochs)"),
    Option(
      "patience", .integer(placeholder: "N", 1...1_000_000), "epochs without a lower validation loss before it stops",
      usual: "\(usual.patience)"),
    Option("batch", .integer(placeholder: "N", 1...65_536), "pictures in one step", usual: "\(usual.batch)"),
    Option("validation", .number(placeholder: "X", share), "share of the pictures held back to validate", usual: "0.1"),
    Option(
      "seed", .integer(placeholder: "N", 0...Int.max), "the same seed gives the same model on the same machine",
      usual: "\(usual.seed)"),
  ]

  private static let rules = [
    Option(
      "optimizer", .choice(TrainingOptions.OptimizerName.allCases.map(\.rawValue)), "how gradients change weights",
      usual: usual.optimizer.rawValue),
    Option("learning-rate", .number(placeholder: "X", positive), "the size of the steps", usual: "0.001"),
    Option("momentum", .number(placeholder: "X", share), "momentum of sgd", usual: "0.9"),
    Option("nesterov", .none, "Nesterov's momentum with sgd"),
    Option(
      "weight-decay", .number(placeholder: "X", share), "decoupled decay of the weights", usual: "0, with adamw 0.01"),
    Option("clip-norm", .number(placeholder: "X", positive), "the largest norm of the gradients", usual: "no limit"),
    Option(
      "ema", .number(placeholder: "X", NumberRange(.excluding(0), .excluding(1))),
      "keeps moving averages of the weights with this decay, such as 0.999", usual: "none"),
    Option("label-smoothing", .number(placeholder: "X", share), "how much of a target goes to all ten", usual: "0"),
    Option(
      "schedule", .choice(TrainingOptions.Schedule.allCases.map(\.rawValue)), "how the learning rate changes",
      usual: usual.schedule.rawValue),
    Option(
      "warm-up", .number(placeholder: "EPOCHS", NumberRange(.including(0))), "epochs in which the learning rate rises",
      usual: "0"),
    Option("no-augment", .none, "trains on the pictures as they are"),
  ]

  private static let running = [
    Option(
      "target-accuracy", .number(placeholder: "X", NumberRange(.excluding(0), .including(1))),
      "stops at this validation accuracy"),
    Option("max-seconds", .number(placeholder: "N", positive), "stops after this time; with --resume, this much more"),
    precision, threads,
    Option("no-figures", .none, "writes no pictures into the model directory"),
    progress,
  ]

  static let progress = Option(
    "progress", .choice(["auto", "plain", "json", "none"]),
    "auto: a moving line on a terminal, else plain: a line for each epoch; json: lines on standard output",
    usual: "auto")

  /// The precision that `--precision` comes to on this processor.
  static func precision(_ values: OptionValues, for spec: ModelSpec) throws(KernelError) -> Precision {
    let choice = values.text("precision").flatMap(Precision.init(rawValue:))
    if choice == .bf16, !ProcessorInfo.hasBFloat16 { throw .precisionUnsupported }
    return choice ?? TrainingOptions.automaticPrecision(for: spec)
  }
}
