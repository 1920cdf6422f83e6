/// What a training does now.
package enum LearnPhase: String, Equatable, Sendable {
  /// There is no network yet.
  case none
  case preparing, paused, playing
  /// One batch or one epoch.
  case stepping
  /// The result is tested and written.
  case keeping
  case ended

  /// Whether it goes on by itself.
  var isRunning: Bool { self == .preparing || self == .playing || self == .stepping }
}
