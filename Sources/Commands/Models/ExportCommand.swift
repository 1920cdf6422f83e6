import NeuralNet
import Training

/// `inkling-train export`: a model as a file for other programs.
enum ExportCommand {
  /// The table of options.
  static let syntax = CommandSyntax(
    name: "export", summary: "writes a model as an ONNX file for other programs",
    options: [
      ModelChoice.option,
      Option("onnx", .text(placeholder: "FILE"), "the file to write (opset 13)", isRequired: true),
      OutputFile.force,
    ])

  /// Does the work.
  static func run(_ values: OptionValues, in context: CommandContext) throws -> ExitStatus {
    let choice = try ModelChoice(values, in: context.models)
    let path = values.text("onnx") ?? ""
    try OutputFile.check(path, of: "onnx", values)
    do throws(FileError) {
      try ONNXExport(choice.model).write(to: path)
    } catch {
      throw CommandFailure(.failed, "\(error); give another file with --onnx")
    }
    context.console.result(path)
    return .done
  }
}
