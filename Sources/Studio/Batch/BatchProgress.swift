/// What a run has come to since it last said so.
package struct BatchProgress: Equatable, Sendable {
  /// The first chunk that is new or has grown, and all from there on.
  var firstChunk: Int
  var chunks: [BatchChunk]
  var tally: BatchTally
  var troubles: [BatchTroubles.Trouble]
  /// How much of the source is done, 0…1.
  var share: Double
  /// Rows each second, and how long it took so far.
  var rate: Double
  var seconds: Double

  package static func == (one: BatchProgress, other: BatchProgress) -> Bool {
    one.firstChunk == other.firstChunk && one.tally == other.tally && one.seconds == other.seconds
  }
}
