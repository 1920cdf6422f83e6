/// A mistake on the command line or in a configuration file, in one line.
struct UsageError: Error, Equatable, CustomStringConvertible {
  let description: String

  /// Takes the line as it is.
  init(_ description: String) { self.description = description }
}
