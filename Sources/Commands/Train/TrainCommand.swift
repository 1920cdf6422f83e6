import Training

/// `inkling-train train`: trains a network and writes its model directory.
enum TrainCommand {
  /// The table of options.
  static let syntax = CommandSyntax(
    name: "train", summary: "trains a network and writes its model directory", options: TrainOptions.table)

  /// Does the work.
  static func run(_ values: OptionValues, in context: CommandContext) throws -> ExitStatus {
    let interruption = context.interruption()
    if let directory = values.text("resume") {
      let plan = try TrainPlan(resuming: directory, values, environment: context.environment)
      if let end = plan.end {
        context.console.result(end)
        return .done
      }
      return try TrainRun(plan, context, interruption).run()
    }
    let plan = try TrainPlan(values, environment: context.environment, time: LocalTime.now.stamp)
    return try TrainRun(plan, context, interruption).run()
  }
}
