/// A training that a lesson shows: the same network and the same chance for everybody.
package struct LessonLearning: Equatable, Sendable {
  /// The name of a preset, or a network as text.
  package var preset: String
  package var seed: UInt64
  package var epochs: Int

  /// Takes everything as it is.
  package init(preset: String, seed: UInt64 = 1, epochs: Int = 1) {
    (self.preset, self.seed, self.epochs) = (preset, seed, epochs)
  }
}
