import NeuralNet
import Training

/// `inkling-train benchmark`: how fast networks train and answer on this machine.
enum BenchmarkCommand {
  /// The table of options.
  static let syntax = CommandSyntax(
    name: "benchmark", summary: "measures how fast networks train and answer on this machine",
    options: [
      Option(
        "arch", .text(placeholder: "NAME|SPEC"), "the network to measure", usual: "mlp, cnn, cnn-deep and inkling"),
      Option("batch", .integer(placeholder: "N", 1...65_536), "pictures in one training step", usual: "128"),
      TrainOptions.precision, TrainOptions.threads,
      Option("json", .none, "prints one line of JSON for each network"),
    ])

  private static let usual: [Preset] = [.mlp, .cnn, .cnnDeep, .inkling]

  /// Does the work.
  static func run(_ values: OptionValues, in context: CommandContext) throws -> ExitStatus {
    let networks =
      if let arch = values.text("arch") { [try NetworkChoice(arch)] } else {
        usual.map { NetworkChoice(name: $0.rawValue, spec: $0.spec) }
      }
    let team = Team(threads: values.integer("threads") ?? Team.everyCore.threads)
    let isJSON = values.isOn("json")
    if !isJSON { context.console.result(BenchmarkTable.head) }
    for network in networks {
      context.console.showStatus("measuring \(network.name)")
      let benchmark = try Benchmark.run(
        name: network.arch, spec: network.spec, batch: values.integer("batch") ?? 128,
        precision: try TrainOptions.precision(values, for: network.spec), team: team)
      context.console.result(isJSON ? JSONLine.text(of: benchmark) : BenchmarkTable.row(benchmark))
    }
    return .done
  }
}
