/// What a command works with besides its options.
package struct CommandContext {
  let console: Console
  let environment: [String: String]
  /// Asked for by a command that can stop half-way, before it does anything else; others keep the system's way to stop.
  let interruption: () -> Interruption

  /// Takes all three as they are.
  package init(console: Console, environment: [String: String], interruption: @escaping () -> Interruption) {
    self.console = console
    self.environment = environment
    self.interruption = interruption
  }
}
