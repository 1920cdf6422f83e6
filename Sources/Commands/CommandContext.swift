/// What a command works with besides its options.
struct CommandContext {
  let console: Console
  let environment: [String: String]
  /// Made when a command first asks for it: others keep the system's way to stop.
  let interruption: () -> Interruption
}
