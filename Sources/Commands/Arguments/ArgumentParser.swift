/// Reads the arguments of a command by its table of options.
struct ArgumentParser {
  /// What the arguments ask for.
  enum Request: Equatable {
    case run(OptionValues)
    case help
    case version
  }

  let syntax: CommandSyntax

  /// Reads `arguments`, the name of the command left out. `--help` and `--version` win over everything beside them.
  func parse(_ arguments: [String]) throws(UsageError) -> Request {
    let options = arguments.prefix { $0 != "--" }
    if options.contains("--help") || options.contains("-h") { return .help }
    if options.contains("--version") { return .version }
    var values = OptionValues()
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" { break }
      if argument.hasPrefix("--") {
        try read(argument, rest: &rest, into: &values)
      } else {
        // A dash alone means standard input, and is no option.
        if argument.hasPrefix("-"), argument != "-" { throw unknown(argument) }
        try take(argument, into: &values)
      }
    }
    for operand in rest { try take(operand, into: &values) }
    for option in syntax.options where option.isRequired && !values.has(option.name) {
      throw UsageError("\(syntax.name) needs \(option.flag) \(option.value.placeholder)")
    }
    return .run(values)
  }

  private func read(
    _ argument: String, rest: inout ArraySlice<String>, into values: inout OptionValues
  ) throws(UsageError) {
    let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = syntax.option(named: name) else { throw unknown("--\(name)") }
    if parts.count == 2 {
      values.add(try option.value.parse(String(parts[1]), of: option.flag), to: name)
    } else if option.value == .none {
      values[name] = .flag(true)
    } else {
      guard let text = rest.popFirst(), text != "--" else {
        throw UsageError("\(option.flag) needs a value: \(option.flag) \(option.value.placeholder)")
      }
      // A following option is a forgotten value; whoever means it writes `--name=--value`.
      if text.hasPrefix("--") {
        throw UsageError("\(option.flag) needs a value before \(text): \(option.flag) \(option.value.placeholder)")
      }
      values.add(try option.value.parse(text, of: option.flag), to: name)
      guard case .texts = option.value else { return }
      while let next = rest.first, !next.hasPrefix("--") {
        values.add(try option.value.parse(next, of: option.flag), to: name)
        rest.removeFirst()
      }
    }
  }

  private func take(_ operand: String, into values: inout OptionValues) throws(UsageError) {
    guard syntax.operand != nil else { throw unexpected(operand) }
    values.operands.append(operand)
  }

  private func unknown(_ flag: String) -> UsageError {
    let hint = NearestWord.hint(for: flag, among: syntax.options.map(\.flag) + ["--help", "--version"])
    return UsageError("unknown option '\(flag)' of \(syntax.name)\(hint ?? "; --help lists all")")
  }

  private func unexpected(_ argument: String) -> UsageError {
    if argument.hasPrefix("-"), argument != "-" { return unknown(argument) }
    return UsageError(
      "unexpected argument '\(argument)' of \(syntax.name); every value follows an option, --help lists all")
  }
}
