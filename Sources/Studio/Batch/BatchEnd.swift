/// How a run came to its end.
package enum BatchEnd: Equatable, Sendable {
  /// All rows are done, or as many as were asked for.
  case done
  case cancelled
  /// Why nothing more can be read.
  case failed(String)
}
