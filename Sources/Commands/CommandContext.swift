/// What a command works with besides its options.
struct CommandContext {
  let console: Console
  let environment: [String: String]
  /// Asked for by a command that can stop half-way, before it does anything else; others keep the system's way to stop.
  let interruption: () -> Interruption
}
