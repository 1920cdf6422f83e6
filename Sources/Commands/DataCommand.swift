import DigitData
import Training

/// `inkling-train data`: gets the digits and tells about them, or turns other people's data into drawings.
enum DataCommand {
  /// The table of options.
  static let syntax = CommandSyntax(
    name: "data", summary: "gets the digits to train with, checks them and tells where they are",
    options: [
      TrainOptions.data, TrainOptions.offline, UnipenCommand.source, UnipenCommand.output, OutputFile.force,
    ])

  /// Does the work.
  static func run(_ values: OptionValues, in context: CommandContext) throws -> ExitStatus {
    if values.has(UnipenCommand.source.name) || values.has(UnipenCommand.output.name) {
      return try UnipenCommand.run(values, in: context)
    }
    let interruption = context.interruption()
    let source = DigitSource(values, environment: context.environment)
    let clock = ContinuousClock()
    let start = clock.now
    let mnist = try source.mnist(context.console, interruption)
    let milliseconds = start.duration(to: clock.now).seconds * 1000
    context.console.result("directory        \(mnist.directory)")
    context.console.result("training digits  \(DecimalText.grouped(mnist.training.count))")
    context.console.result("test digits      \(DecimalText.grouped(mnist.test.count))")
    let genuine = mnist.isGenuine ? "genuine MNIST, by SHA-256" : "not the published MNIST"
    context.console.result("contents         \(genuine)")
    context.console.result("loaded in        \(DecimalText.fixed(milliseconds, 0)) ms")
    return .done
  }
}
