/// A reason to end a command, with the exit status that belongs to it.
public struct CommandFailure: Error, Equatable, CustomStringConvertible {
  let status: ExitStatus
  /// One line: what, where, what to do.
  public let description: String

  /// Takes both as they are.
  public init(_ status: ExitStatus, _ description: String) {
    self.status = status
    self.description = description
  }
}
