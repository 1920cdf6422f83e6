/// The help texts, made from the tables of options.
struct HelpText {
  private static let width = 100
  let program: String

  /// The help of the program: its commands.
  func text(_ summary: String, commands: [CommandSyntax]) -> String {
    let names = commands.map(\.name.count).max() ?? 0
    var text = "\(program): \(summary)\n\nUsage: \(program) COMMAND [OPTION…]\n\nCommands:\n"
    for command in commands { text += row(command.name, command.summary, indent: names + 4) }
    text += "\nOptions:\n" + row("--help", "shows this, or with a command its options", indent: 13)
    text += row("--version", "shows the version", indent: 13)
    return text + "\nExit status: " + HelpText.statuses(hasMinimum: true) + "\n"
  }

  /// The help of one command, or of a program that has no others: its options.
  func text(_ command: CommandSyntax) -> String {
    let title = command.name == program ? program : "\(program) \(command.name)"
    let required = command.options.filter(\.isRequired).map { " \($0.flag) \($0.value.placeholder)" }.joined()
    let usages = command.usages.isEmpty ? ["\(required) [OPTION…]"] : command.usages.map { " \($0)" }
    var text = "\(title): \(command.summary)\n\n"
    for (index, usage) in usages.enumerated() { text += "\(index == 0 ? "Usage:" : "      ") \(title)\(usage)\n" }
    text += "\nOptions:\n"
    for option in command.options { text += row(option) }
    text += row("--help", "shows this", indent: 30) + row("--version", "shows the version", indent: 30)
    return title == program ? text + "\nExit status: " + HelpText.statuses(hasMinimum: false) + "\n" : text
  }

  private static func statuses(hasMinimum: Bool) -> String {
    """
    0 done, 1 failed, 2 wrong usage, 3 data or network, 4 model unusable,
    \(hasMinimum ? "5 below --min-accuracy, " : "")130 interrupted (what was done is saved)
    """
  }

  private func row(_ option: Option) -> String {
    let head = option.value == .none ? option.flag : "\(option.flag) \(option.value.placeholder)"
    let usual = option.usual.map { " (default \($0))" } ?? (option.isRequired ? " (required)" : "")
    return row(head, option.help + usual, indent: 30)
  }

  /// `head` and beside it `body`, wrapped.
  private func row(_ head: String, _ body: String, indent: Int) -> String {
    var lines = ["  " + head]
    if lines[0].count + 2 > indent { lines.append("") }
    lines[lines.count - 1] += String(repeating: " ", count: indent - lines[lines.count - 1].count)
    for word in body.split(separator: " ") {
      let last = lines[lines.count - 1]
      let isFirst = last.allSatisfy({ $0 == " " }) || last.count == indent
      if last.count + 1 + word.count > HelpText.width {
        lines.append(String(repeating: " ", count: indent) + word)
      } else {
        lines[lines.count - 1] += (isFirst ? "" : " ") + word
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
