import Glibc
import NeuralNet
import Training

/// The program `inkling-train`: trains networks and everything around it.
public enum Commands {
  /// The version of all programs of the package.
  public static let version = "0.1.0"
  static let program = "inkling-train"
  package static let all = [
    Command(syntax: TrainCommand.syntax, run: TrainCommand.run),
    Command(syntax: EvaluateCommand.syntax, run: EvaluateCommand.run),
    Command(syntax: BenchmarkCommand.syntax, run: BenchmarkCommand.run),
    Command(syntax: DataCommand.syntax, run: DataCommand.run),
    Command(syntax: ExportCommand.syntax, run: ExportCommand.run),
    Command(syntax: ArchitecturesCommand.syntax, run: ArchitecturesCommand.run),
  ]

  /// Runs the command that `arguments` (without the program's name) ask for and returns the exit status.
  public static func run(arguments: [String], environment: [String: String]) -> Int32 {
    // A reader that goes away must not end training: writing fails instead, and Console knows what to do.
    signal(SIGPIPE, SIG_IGN)
    let context = CommandContext(
      console: Console(environment: environment), environment: environment, interruption: Interruption.signals)
    return run(arguments, in: context).rawValue
  }

  /// Runs the command that `arguments` ask for in `context`.
  package static func run(_ arguments: [String], in context: CommandContext) -> ExitStatus {
    let console = context.console
    do {
      let status = try dispatch(arguments, in: context)
      guard console.outputError != 0, console.outputError != EPIPE else { return status }
      let reason = String(cString: strerror(console.outputError))
      throw CommandFailure(
        status == .done ? .failed : status, "cannot write the results: \(reason); check what standard output goes to")
    } catch {
      console.note("\(program): \(oneLine("\(error)"))")
      return ExitStatus(of: error)
    }
  }

  private static func dispatch(_ arguments: [String], in context: CommandContext) throws -> ExitStatus {
    guard let first = arguments.first else {
      throw UsageError("a command is missing: \(all.map(\.syntax.name).joined(separator: ", ")); --help tells more")
    }
    switch first {
    case "--version":
      context.console.result("\(program) \(version)")
      return .done
    case "--help", "-h", "help":
      return try help(Array(arguments.dropFirst()), in: context)
    default: return try run(try command(named: first), Array(arguments.dropFirst()), in: context)
    }
  }

  private static func run(
    _ command: Command, _ arguments: [String], in context: CommandContext
  ) throws -> ExitStatus {
    switch try ArgumentParser(syntax: command.syntax).parse(arguments) {
    case .run(let values): return try command.run(values, context)
    case .version: context.console.result("\(program) \(version)")
    case .help: context.console.result(trimmed(HelpText(program: program).text(command.syntax)))
    }
    return .done
  }

  private static func help(_ arguments: [String], in context: CommandContext) throws -> ExitStatus {
    if let name = arguments.first, !name.hasPrefix("-") {
      return try run(try command(named: name), ["--help"], in: context)
    }
    let text = HelpText(program: program).text(
      "trains networks that read handwritten digits", commands: all.map(\.syntax))
    context.console.result(trimmed(text))
    return .done
  }

  private static func command(named name: String) throws -> Command {
    if let command = all.first(where: { $0.syntax.name == name }) { return command }
    let names = all.map(\.syntax.name)
    let kind = name.hasPrefix("-") ? "option" : "command"
    let hint = NearestWord.hint(for: name, among: names + ["--help", "--version"])
    throw UsageError("unknown \(kind) '\(name)'\(hint ?? "; there are \(names.joined(separator: ", "))")")
  }

  private static func trimmed(_ text: String) -> String { text.hasSuffix("\n") ? String(text.dropLast()) : text }

  /// `text` without line ends and other control characters: an argument or a file name may hold any.
  static func oneLine(_ text: String) -> String {
    String(text.unicodeScalars.map { $0.value < 32 || (127..<160).contains($0.value) ? "?" : Character($0) })
  }
}
