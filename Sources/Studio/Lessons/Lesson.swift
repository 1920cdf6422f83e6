/// Steps for a class: what is said, and what the window shows with it, the same on every computer.
package struct Lesson: Equatable, Sendable {
  package var title: String
  /// One sentence about it.
  package var about: String
  /// How long it takes.
  package var minutes: Int?
  /// The network that the model `untrained` is made of.
  package var untrained: UntrainedModel
  /// What the screen that learns is made ready for.
  package var learning: LessonLearning?
  /// Each complete: what a step in the file leaves out stands here as it was in the one before it.
  package var steps: [LessonStep]
  /// What is wrong with the file and was left out, in its order.
  package var troubles: [LessonTrouble]

  /// Takes everything as it is.
  package init(
    title: String, about: String = "", minutes: Int? = nil, untrained: UntrainedModel = .usual,
    learning: LessonLearning? = nil, steps: [LessonStep], troubles: [LessonTrouble] = []
  ) {
    (self.title, self.about, self.minutes, self.untrained) = (title, about, minutes, untrained)
    (self.learning, self.steps, self.troubles) = (learning, steps, troubles)
  }
}
