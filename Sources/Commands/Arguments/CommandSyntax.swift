/// What can be typed after the name of a command.
package struct CommandSyntax: Equatable, Sendable {
  package let name: String
  /// What the command does, in one sentence without a full stop.
  package let summary: String
  package let options: [Option]

  /// The option with this name.
  func option(named name: String) -> Option? { options.first { $0.name == name } }
}
