extension Studio {
  func run(_ effect: LessonsEffect) {
    switch effect {
    case .list:
      let shelf = LessonShelf(environment: environment, data: directories.data)
      inBackground({ shelf.files() }) { studio, found in studio.perform(.lessons(.found(found))) }
    case .open(let path):
      inBackground(busy: "Opening \(SafeName.last(of: path)) …", { LessonFile(path: path) }) { studio, file in
        studio.perform(.lessons(.opened(file)))
      }
    }
  }

  /// Where the drawing is kept; nil while the canvas belongs to a lesson, so that the person's own stays on the disk.
  var journal: Autosave? { state.lessons.running == nil ? autosave : nil }
}

extension StudioState {
  /// What is kept from start to start: a lesson's pen is not the person's.
  var settingsToKeep: Settings {
    guard let own = lessons.running?.own else { return settings }
    var kept = settings
    (kept.penWidth, kept.reading) = (own.penWidth, own.reading)
    return kept
  }
}
