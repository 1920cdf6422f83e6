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
      Option("report", .text(placeholder: "FILE.pdf"), "writes numbers and figures as a PDF"),
      Option(
        "min-accuracy", .number(placeholder: "X", NumberRange(.including(0), .including(1))),
        "ends with exit status 5 below this accuracy"),
    ])

  /// Does the work.
  static func run(_ values: OptionValues, in context: CommandContext) throws -> ExitStatus {
    let choice = try ModelChoice(values, in: context.models)
    let (digits, tested) = try digits(values, context)
    let probabilities = try Evaluator(choice.model).probabilities(of: digits)
    let evaluation = Evaluation(probabilities: probabilities, labels: digits.labels)
    if let path = values.text("report") {
      let contents = EvaluationReport.contents(choice, digits: digits, evaluation: evaluation, tested: tested)
      try ModelReport(contents).write(to: path)
    }
    context.console.result(
      values.isOn("json") ? JSONLine.text(of: ModelMetrics(evaluation)) : EvaluationText.text(evaluation))
    guard let least = values.number("min-accuracy"), evaluation.accuracy < least else { return .done }
    context.console.note(
      "\(Program.train.name): accuracy \(DecimalText.fixed(evaluation.accuracy, 4)) is below --min-accuracy \(least)")
    return .belowMinimum
  }

  /// The digits to test on, and what they are in words.
  private static func digits(_ values: OptionValues, _ context: CommandContext) throws -> (DigitSet, String) {
    if let path = values.text("csv") {
      return (try DigitSource.labelled(csv: path), "CSV file \(FilePath(path).lastName)")
    }
    if let path = values.text("strokes") {
      return (try StrokeSource.labelled(path, context.console), "drawings of \(FilePath(path).lastName)")
    }
    let mnist = try DigitSource(values, environment: context.environment).mnist(context.console, .never)
    return (mnist.test, mnist.isGenuine ? "MNIST" : "digits in \(FilePath(mnist.directory).lastName)")
  }
}
