/// What can be typed after the name of a command.
struct CommandSyntax: Equatable, Sendable {
  let name: String
  /// What the command does, in one sentence without a full stop.
  let summary: String
  let options: [Option]

  /// The option with this name.
  func option(named name: String) -> Option? { options.first { $0.name == name } }
}
