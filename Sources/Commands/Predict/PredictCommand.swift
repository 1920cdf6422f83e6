import NeuralNet
import Recognition

/// `inkling-predict`: recognises digits and says how sure it is.
enum PredictCommand {
  /// The table of options.
  static let syntax = CommandSyntax(
    name: "inkling-predict", summary: "reads handwritten digits from PNG and JPEG pictures, drawings and CSV files",
    options: [
      Option(
        "model", .repeatable(placeholder: "DIR|NAME"),
        "the model directory, or the name of an installed model; given several times, the models' answers are averaged",
        usual: ModelChoice.usual),
      Option("json", .none, "prints one line of JSON for each input"),
      Option("number", .none, "reads several digits side by side as one number, with minus sign and decimal point"),
      Option("strokes", .text(placeholder: "FILE|-"), "drawings, one per line; '-' answers standard input as it comes"),
      Option("csv", .text(placeholder: "FILE"), "rows of 784 pixels from 0 to 255, with or without header and labels"),
      Option("limit", .integer(placeholder: "N", 1...Int.max), "reads only so many rows of the CSV file"),
      Option(
        "output", .text(placeholder: "OUT.csv|OUT.jsonl"), "writes the results of the CSV file to a file",
        usual: "standard output"),
    ],
    operand: "IMAGE",
    usages: [
      "[OPTION…] IMAGE…",
      "[OPTION…] --strokes FILE|-",
      "[OPTION…] --number --strokes FILE|- | IMAGE…",
      "[OPTION…] --csv FILE [--limit N] [--output OUT.csv|OUT.jsonl]",
    ])

  /// Does the work.
  static func run(_ values: OptionValues, in context: CommandContext) throws -> ExitStatus {
    let options = try PredictOptions(values)
    switch options.input {
    case .pictures(let paths):
      return PictureAnswers(paths, try search(options, context), context.console, isJSON: options.isJSON).run()
    case .strokes(let path):
      return try DrawingAnswers(search(options, context), context.console, isJSON: options.isJSON).run(path)
    case .csv(let job):
      // Asked for before the networks start their threads.
      let interruption = context.interruption()
      let recognizer = try Recognizer(try models(options, context), batch: CSVAnswers.batch)
      return try CSVAnswers(job, recognizer, context.console, isJSON: options.isJSON).run(interruption)
    }
  }

  /// Reads one input at a time on one thread: a second one would save a fraction of a millisecond, and costs many where
  /// other programs keep the cores busy.
  private static func search(_ options: PredictOptions, _ context: CommandContext) throws -> Search {
    let models = try models(options, context)
    let team = Team(threads: 1)
    return options.isNumber
      ? .number(try NumberReader(models, team: team)) : .digit(try Recognizer(models, team: team))
  }

  private static func models(_ options: PredictOptions, _ context: CommandContext) throws -> [Model] {
    guard let names = options.models else { return [try ModelChoice(installedIn: context.models).model] }
    return try names.map { try ModelChoice(named: $0, in: context.models).model }
  }
}
