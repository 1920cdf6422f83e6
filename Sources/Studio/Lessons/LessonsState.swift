/// Which lessons there are, and the one that is given.
package struct LessonsState: Equatable {
  package var files: [LessonFile] = []
  /// Whether they have been looked for.
  package var hasLooked = false
  /// The row that the keyboard is at, and the first one that is seen.
  package var chosen = 0
  package var firstRow = 0
  package var running: RunningLesson?
  /// Whether the screen is black for a moment.
  package var isBlack = false
  /// Whether everything is as large as a class needs it, and whether the screen was full before.
  package var isPresenting = false
  var wasFullscreen = false
  /// The step that a lesson of the command line begins at.
  var firstStep = 1

  /// Nothing is known yet.
  package init() {}
}
