import JSONText

extension StudioState {
  /// The list of lessons as JSON.
  var lessonsValues: [(key: String, value: String)] {
    let list = lessons.files.map { file in
      var members = [(key: "path", value: JSONWriter.string(file.path))]
      if let lesson = file.lesson {
        members.append(("title", JSONWriter.string(lesson.title)))
        members.append(("steps", "\(lesson.steps.count)"))
        members.append(("troubles", JSONWriter.array(lesson.troubles.map(\.description))))
      } else {
        members.append(("problem", JSONWriter.string(file.problem ?? "")))
      }
      return JSONWriter.object(members)
    }
    return [("lessons", "[" + list.joined(separator: ",") + "]"), ("chosen", "\(lessons.chosen + 1)")]
  }

  /// Where the lesson is that is given, as JSON; nil while none is.
  package var lessonValues: [(key: String, value: String)]? {
    guard let running = lessons.running else { return nil }
    var values = [
      (key: "title", value: JSONWriter.string(running.lesson.title)), (key: "step", value: "\(running.index + 1)"),
      (key: "of", value: "\(running.lesson.steps.count)"), (key: "say", value: JSONWriter.string(running.step.text)),
      (key: "screen", value: JSONWriter.string(running.step.screen.name)),
      (key: "model", value: JSONWriter.string(model?.name ?? "")), (key: "black", value: "\(lessons.isBlack)"),
      (key: "presenter", value: "\(lessons.isPresenting)"),
    ]
    if let trouble = running.trouble { values.append(("trouble", JSONWriter.string("\(trouble)"))) }
    return values
  }

  /// One plain sentence about the list.
  var lessonsReadOut: String { "Up and down choose a lesson, Enter begins it, F5 makes everything larger." }
}
