/// What happens to lessons.
package enum LessonsAction: Equatable {
  case found([LessonFile])
  /// A file was opened to be given now.
  case opened(LessonFile)
  /// A lesson of a file begins at a step, from 1.
  case started(LessonFile, step: Int)
}
