/// What an option was given.
enum OptionValue: Equatable, Sendable {
  /// A switch: on, or off where a configuration file says so.
  case flag(Bool)
  case text(String)
  case texts([String])
  case integer(Int)
  case number(Double)
}
