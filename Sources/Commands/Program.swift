import Glibc
import NeuralNet
import Training

/// A program of the package: its name, and the commands that it knows or the one thing that it does.
public struct Program: Sendable {
  /// How the arguments are understood.
  enum Form: Sendable {
    /// The first argument is the name of a command; the summary says what they are good for together.
    case commands(summary: String, [Command])
    /// There is only one command, and nobody types its name.
    case single(Command)
  }

  /// The version of all programs of the package.
  public static let version = "0.2.0"
  /// What is typed to start it.
  package let name: String
  private let form: Form

  /// A program with a name.
  init(_ name: String, _ form: Form) {
    self.name = name
    self.form = form
  }

  /// Everything that it can do.
  package var commands: [Command] {
    switch form {
    case .commands(_, let commands): commands
    case .single(let command): [command]
    }
  }

  /// Runs as `arguments` ask, of which the first is the program's own path, and returns the exit status; `variables` is
  /// the environment as the system hands it over.
  public func run(
    arguments: [String], variables: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  ) -> Int32 {
    Team.limitSpinning(in: name)
    // A reader that goes away must not end the program: writing fails instead, and Console knows what to do.
    signal(SIGPIPE, SIG_IGN)
    let environment = Program.environment(variables)
    let context = CommandContext(
      console: Console(environment: environment), environment: environment, interruption: Interruption.signals)
    return run(Array(arguments.dropFirst()), in: context).rawValue
  }

  /// Runs what `arguments` (without the program's path) ask for in `context`.
  package func run(_ arguments: [String], in context: CommandContext) -> ExitStatus {
    let console = context.console
    do {
      let status = try dispatch(arguments, in: context)
      guard console.outputError != 0, console.outputError != EPIPE else { return status }
      let reason = String(cString: strerror(console.outputError))
      throw CommandFailure(
        status == .done ? .failed : status, "cannot write the results: \(reason); check what standard output goes to")
    } catch {
      console.note("\(name): \(OneLine.text("\(error)"))")
      return ExitStatus(of: error)
    }
  }

  private func dispatch(_ arguments: [String], in context: CommandContext) throws -> ExitStatus {
    switch form {
    case .single(let command): return try run(command, arguments, in: context)
    case .commands(let summary, _): return try dispatch(arguments, summary: summary, in: context)
    }
  }

  private func dispatch(
    _ arguments: [String], summary: String, in context: CommandContext
  ) throws -> ExitStatus {
    guard let first = arguments.first else {
      throw UsageError(
        "a command is missing: \(commands.map(\.syntax.name).joined(separator: ", ")); --help tells more")
    }
    switch first {
    case "--version":
      context.console.result("\(name) \(Program.version)")
      return .done
    case "--help", "-h", "help":
      if arguments.count > 1, !arguments[1].hasPrefix("-") {
        return try run(try command(named: arguments[1]), ["--help"], in: context)
      }
      context.console.result(trimmed(HelpText(program: name).text(summary, commands: commands.map(\.syntax))))
      return .done
    default: return try run(try command(named: first), Array(arguments.dropFirst()), in: context)
    }
  }

  private func run(_ command: Command, _ arguments: [String], in context: CommandContext) throws -> ExitStatus {
    switch try ArgumentParser(syntax: command.syntax).parse(arguments) {
    case .run(let values): return try command.run(values, context)
    case .version: context.console.result("\(name) \(Program.version)")
    case .help: context.console.result(trimmed(HelpText(program: name).text(command.syntax)))
    }
    return .done
  }

  private func command(named word: String) throws -> Command {
    if let command = commands.first(where: { $0.syntax.name == word }) { return command }
    let names = commands.map(\.syntax.name)
    let kind = word.hasPrefix("-") ? "option" : "command"
    let hint = NearestWord.hint(for: word, among: names + ["--help", "--version"])
    throw UsageError("unknown \(kind) '\(word)'\(hint ?? "; there are \(names.joined(separator: ", "))")")
  }

  private func trimmed(_ text: String) -> String { text.hasSuffix("\n") ? String(text.dropLast()) : text }

  /// The variables by name; of those with the same name the first counts.
  private static func environment(
    _ variables: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  ) -> [String: String] {
    var environment: [String: String] = [:]
    var entry = variables
    while let text = entry.pointee {
      let parts = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { environment[String(parts[0])] = environment[String(parts[0])] ?? String(parts[1]) }
      entry += 1
    }
    return environment
  }
}
