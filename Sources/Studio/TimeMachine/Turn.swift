/// A time at which the answer became another one.
package struct Turn: Equatable, Sendable {
  /// Milliseconds from the beginning.
  package var time: Double
  /// The answer before; nil for the first one.
  package var old: Int?
  package var new: Int
}
