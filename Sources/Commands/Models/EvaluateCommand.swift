import DigitData
import Reports
import Training

/// `inkling-train evaluate`: how well a model reads labelled digits.
enum EvaluateCommand {
  /// The table of options.
  static let syntax = CommandSyntax(
    name: "evaluate", summary: "tells how well a model reads labelled digits",
    options: [
      ModelChoice.option, TrainOptions.data,
      Option("csv", .text(placeholder: "FILE"), "labelled digits to use instead of MNIST's test digits"),
      Option("strokes", .text(placeholder: "FILE"), "labelled drawings to use instead of MNIST's test digits"),
      TrainOptions.offline,
      Option("json", .none, "prints one line of JSON"),
      Option("report", .text(placeholder: "FILE.pdf"), "writes numbers and figures as a PDF"), OutputFile.force,
      Option(
        "min-accuracy", .number(placeholder: "X", NumberRange(.including(0), .including(1))),
        "ends with exit status 5 below this accuracy"),
    ])

  /// Does the work.
  static func run(_ values: OptionValues, in context: CommandContext) throws -> ExitStatus {
    let given = ["csv", "strokes", "data"].filter(values.has)
    if given.count > 1 { throw UsageError("give \(given.map { "--\($0)" }.joined(separator: " or ")), not both") }
    let report = try report(values)
    let choice = try ModelChoice(values, in: context.models)
    let tested = try Tested(values, context)
    let digits = tested.digits
    let probabilities = try Evaluator(choice.model).probabilities(of: digits)
    let evaluation = Evaluation(probabilities: probabilities, labels: digits.labels)
    context.console.result(
      values.isOn("json") ? JSONLine.text(of: ModelMetrics(evaluation)) : EvaluationText.text(evaluation))
    if let report {
      let contents = EvaluationReport.contents(choice, digits: digits, evaluation: evaluation, tested: tested.words)
      try ModelReport(contents).write(to: report)
    }
    guard let least = values.number("min-accuracy"), evaluation.accuracy < least else { return tested.status }
    context.console.note(
      "\(Program.train.name): accuracy \(DecimalText.fixed(evaluation.accuracy, 4)) is below --min-accuracy \(least)")
    return .belowMinimum
  }

  /// Where the report goes, if there is to be one.
  private static func report(_ values: OptionValues) throws -> String? {
    guard let path = values.text("report") else { return nil }
    guard path.hasSuffix(".pdf") else {
      throw UsageError("--report writes a PDF, so the name must end in .pdf, not '\(path)'")
    }
    try OutputFile.check(path, of: "report", values)
    return path
  }

  /// The digits to test on.
  private struct Tested {
    let digits: DigitSet
    /// What they are.
    let words: String
    /// How the command ends if all else is well.
    var status = ExitStatus.done

    init(_ values: OptionValues, _ context: CommandContext) throws {
      if let path = values.text("csv") {
        (digits, words) = (try DigitSource.labelled(csv: path), "CSV file \(FilePath(path).lastName)")
      } else if let path = values.text("strokes") {
        let drawings = try StrokeSource(files: [path]).load(context.console)
        (digits, words) = (drawings.training.framedDigits, "drawings of \(FilePath(path).lastName)")
        guard digits.count > 0 else {
          throw CommandFailure(.data, "\(path): no digits; give drawings with the labels 0 to 9")
        }
        if drawings.badLines > 0 { status = .data }
      } else {
        let mnist = try DigitSource(values, environment: context.environment).mnist(context.console, .never)
        digits = mnist.test
        words = mnist.isGenuine ? "MNIST" : "digits in \(FilePath(mnist.directory).lastName)"
      }
    }
  }
}
