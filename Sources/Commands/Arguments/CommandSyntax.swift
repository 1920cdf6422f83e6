/// What can be typed after the name of a command.
package struct CommandSyntax: Equatable, Sendable {
  package let name: String
  /// What the command does, in one sentence without a full stop.
  package let summary: String
  package let options: [Option]
  /// What stands for an argument that belongs to no option, such as `IMAGE`; nil where there is none.
  let operand: String?
  /// The different ways to use it, without its name; one way with all options where there is none.
  let usages: [String]

  /// The syntax of a command.
  init(
    name: String, summary: String, options: [Option], operand: String? = nil, usages: [String] = []
  ) {
    self.name = name
    self.summary = summary
    self.options = options
    self.operand = operand
    self.usages = usages
  }

  /// The option with this name.
  func option(named name: String) -> Option? { options.first { $0.name == name } }
}
