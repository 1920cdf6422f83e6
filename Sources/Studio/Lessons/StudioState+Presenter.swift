import Graphics

extension StudioState {
  /// How much larger everything is for a class.
  static let presenterScale = 1.6

  /// Has everything as large as a class needs it on all of the screen, or as before.
  mutating func togglePresenter() -> [Effect] {
    lessons.isPresenting.toggle()
    defer { layOutLesson() }
    if lessons.isPresenting { lessons.wasFullscreen = isFullscreen }
    return isFullscreen == lessons.wasFullscreen && !lessons.isPresenting || isFullscreen && lessons.isPresenting
      ? [] : toggleFullscreen()
  }

  /// Breaks the sentences of the lesson into lines where the room for them has changed.
  mutating func layOutLesson() {
    let size = windowSize
    guard let running = lessons.running, running.lines?.size != size else { return }
    lessons.running?.lines = LessonLines(running.lesson.steps, size: size)
  }
}
