extension Program {
  /// `inkling-train`: trains networks and everything around it.
  public static let train = Program(
    "inkling-train",
    .commands(
      summary: "trains networks that read handwritten digits",
      [
        Command(syntax: TrainCommand.syntax, run: TrainCommand.run),
        Command(syntax: EvaluateCommand.syntax, run: EvaluateCommand.run),
        Command(syntax: BenchmarkCommand.syntax, run: BenchmarkCommand.run),
        Command(syntax: DataCommand.syntax, run: DataCommand.run),
        Command(syntax: ExportCommand.syntax, run: ExportCommand.run),
        Command(syntax: ArchitecturesCommand.syntax, run: ArchitecturesCommand.run),
      ]))
}
