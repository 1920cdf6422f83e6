extension Program {
  /// `inkling`: the window, which `open` runs with what was typed and the environment.
  public static func window(
    _ open: @escaping @Sendable (_ arguments: WindowArguments, _ environment: [String: String]) throws -> ExitStatus
  ) -> Program {
    Program(
      "inkling",
      .single(
        Command(syntax: WindowArguments.syntax) { values, context in
          try open(try WindowArguments(values), context.environment)
        }))
  }
}
