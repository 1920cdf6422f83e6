import Charts
import Graphics
import Toolkit

extension StudioState {
  /// Where the list is, and how high a row of it is.
  private func lessonList(_ layout: WindowLayout) -> (frame: Rect, row: Double) {
    let isCompact = layout.room == .compact
    let body = layout.body.inset(by: isCompact ? 16 : 32)
    let width = min(960, body.width)
    let x = ((layout.body.width - width) / 2).rounded()
    let top = isCompact ? 76.0 : 92
    return (Rect(x: x, y: body.y + top, width: width, height: max(0, body.height - top)), isCompact ? 76 : 68)
  }

  /// How many rows fit.
  var lessonRows: Int {
    let list = lessonList(windowLayout)
    return max(1, Int(list.frame.height / list.row))
  }

  /// The lessons that there are.
  func lessonsScreen(_ layout: WindowLayout) -> [Element] {
    let list = lessonList(layout)
    let rows = lessons.files.indices.dropFirst(lessons.firstRow).prefix(lessonRows)
    let last = rows.last
    return lessonsHead(list.frame, layout)
      + rows.enumerated().map { place, index in
        let frame = Rect(
          x: list.frame.x, y: list.frame.y + Double(place) * list.row, width: list.frame.width, height: list.row)
        return Element(
          .lesson(index), frame, lessonRow(lessons.files[index], index, hasLine: index != last), role: .button,
          isEnabled: true, hint: lessons.files[index].path, cursor: .hand)
      } + lessonsMissing(list.frame)
  }

  private func lessonsHead(_ list: Rect, _ layout: WindowLayout) -> [Element] {
    let isCompact = layout.room == .compact
    let y = list.y - (isCompact ? 76 : 92)
    let open = Rect(x: list.maxX - 104, y: y, width: 104, height: 36)
    let present = Rect(x: open.x - 8 - 160, y: y, width: 160, height: 36)
    let words = Rect(x: list.x, y: y, width: max(0, present.x - 16 - list.x), height: 36)
    let under = Rect(x: list.x, y: y + 40, width: list.width, height: 20)
    return [
      Element("lessons.title", words, LabelLook("Lessons", Font(size: 20, weight: .bold))),
      Element(
        "lessons.detail", under,
        LabelLook("Each step puts everything in its place. Your own drawing comes back at the end.", .body, .muted)),
      Element(
        .presenterInList, present,
        ButtonLook("Presenter view", icon: .image, style: .filled), role: .button,
        hint: "Everything large, on all of the screen (F5)", cursor: .hand),
      Element(
        .openLesson, open, ButtonLook("Open", icon: .open), role: .button, hint: "A .lesson file", cursor: .hand),
    ]
  }

  private func lessonRow(_ file: LessonFile, _ index: Int, hasLine: Bool) -> LessonRowLook {
    guard let lesson = file.lesson else {
      return LessonRowLook(
        title: file.name, about: "", facts: [], trouble: "Cannot be given: \(file.problem ?? "")", isUsable: false,
        isChosen: index == lessons.chosen, hasLine: hasLine)
    }
    var facts = [NumberText.counted(lesson.steps.count, "step", "steps")]
    if let minutes = lesson.minutes { facts.append(NumberText.counted(minutes, "minute", "minutes")) }
    let more = lesson.troubles.count > 1 ? ", and \(lesson.troubles.count - 1) more" : ""
    return LessonRowLook(
      title: lesson.title, about: lesson.about, facts: facts,
      trouble: lesson.troubles.first.map { "In \(file.name), \($0)\(more)" }, isChosen: index == lessons.chosen,
      hasLine: hasLine)
  }

  private func lessonsMissing(_ list: Rect) -> [Element] {
    guard lessons.files.isEmpty else { return [] }
    let words = lessons.hasLooked ? "There are no lessons here. Open a .lesson file" : "Looking for lessons"
    return [
      Element(
        "lessons.missing", Rect(x: list.x, y: list.y, width: list.width, height: 24), LabelLook(words, .body, .muted))
    ]
  }
}
