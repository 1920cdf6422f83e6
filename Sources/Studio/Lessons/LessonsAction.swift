/// What happens to lessons.
package enum LessonsAction: Equatable {
  case found([LessonFile])
  /// A file was opened to be given now.
  case opened(LessonFile)
}
