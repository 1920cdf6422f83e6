/// What happens to the time machine.
package enum TimeAction: Equatable {
  /// The replay has come to a time, in milliseconds from the drawing's beginning.
  case played(Double)
  /// Moments have been read, of ink of a lineage.
  case filled([Moment], lineage: Int)
}
