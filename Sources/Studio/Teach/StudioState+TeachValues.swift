import JSONText
import Training

extension StudioState {
  /// The numbers of the screen of the user's own drawings as JSON.
  package var teachValues: [(key: String, value: String)] {
    var values = [
      (key: "drawings", value: "\(teach.drawings.count)"),
      (key: "counts", value: "[" + teach.counts.map(String.init).joined(separator: ",") + "]"),
      (key: "read", value: "\(teach.readCount)"), (key: "right", value: "\(teach.rightCount)"),
      (key: "troubles", value: "\(teach.troubles.count)"),
    ]
    if let drawing = teach.chosenDrawing {
      values.append(("digit", "\(drawing.digit)"))
      if let answer = teach.answers[drawing.id] { values.append(("readAs", "\(answer.digit)")) }
    }
    if let run = teach.run {
      values.append(("progress", JSONWriter.number((run.progress.share * 100).rounded() / 100)))
    }
    if let trouble = teach.trouble { values.append(("trouble", JSONWriter.string(trouble))) }
    return values + (teach.lesson.map(StudioState.lessonValues) ?? [])
  }

  private static func lessonValues(_ lesson: TeachState.Lesson) -> [(key: String, value: String)] {
    let outcome = lesson.outcome
    var values = [
      (key: "model", value: JSONWriter.string(lesson.model)), (key: "base", value: JSONWriter.string(lesson.base)),
      (key: "learned", value: "\(outcome.learned)"), (key: "heldBack", value: object(outcome.heldBack)),
      (key: "learningSeconds", value: JSONWriter.number(outcome.learningSeconds)),
      (key: "seconds", value: JSONWriter.number(outcome.seconds)),
    ]
    if let mnist = outcome.mnist { values.append(("mnist", object(mnist))) }
    return values
  }

  private static func object(_ reading: PersonalOutcome.Reading) -> String {
    JSONWriter.object([
      ("count", "\(reading.count)"), ("wrongBefore", "\(reading.wrongBefore)"), ("wrongAfter", "\(reading.wrongAfter)"),
    ])
  }
}
