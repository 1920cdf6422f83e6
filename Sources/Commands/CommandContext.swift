package import Training

/// What a command works with besides its options.
package struct CommandContext {
  let console: Console
  let environment: [String: String]
  /// Where models are found by name.
  let models: ModelLocation
  /// Asked for by a command that can stop half-way, before it does anything else; others keep the system's way to stop.
  let interruption: () -> Interruption

  /// Takes everything as it is; models are where the environment and the running program lead, unless `models` says.
  package init(
    console: Console, environment: [String: String], models: ModelLocation? = nil,
    interruption: @escaping () -> Interruption
  ) {
    self.console = console
    self.environment = environment
    self.models = models ?? ModelLocation(environment: environment)
    self.interruption = interruption
  }
}
