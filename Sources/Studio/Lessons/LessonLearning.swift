/// A training that a lesson shows: the same network and the same chance for everybody.
package struct LessonLearning: Equatable, Sendable {
  /// The network before it has learned anything, and the seed of the run.
  package var start: UntrainedModel
  package var epochs: Int

  /// Takes everything as it is.
  package init(_ start: UntrainedModel, epochs: Int = 1) { (self.start, self.epochs) = (start, epochs) }
}
