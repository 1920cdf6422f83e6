/// What the command line asked for and could not be had.
public struct StudioFailure: Error, Equatable, CustomStringConvertible {
  /// What kind of thing it was, with the exit status that says so.
  public enum Cause: Int32, Sendable {
    case usage = 2
    case data = 3
    case model = 4
  }

  public let cause: Cause
  /// One line: what, where, what to do.
  public let description: String

  /// Takes both as they are.
  init(_ cause: Cause, _ description: String) { (self.cause, self.description) = (cause, description) }
}
