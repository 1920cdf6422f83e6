import Charts
import Graphics
import Toolkit

extension StudioState {
  /// What stands at the lower edge while a lesson is given: its sentence, how far it is, on and back.
  func lessonBar(_ layout: WindowLayout) -> [Element] {
    guard let running = lessons.running, let lines = running.lines else { return statusLine(layout) }
    let isCompact = layout.room == .compact
    let parts = LessonBarLayout(layout.status, isCompact: isCompact)
    let shown = lines.steps.indices.contains(running.index) ? lines.steps[running.index] : []
    var elements = [Element("lesson.bar", layout.status, PanelLook(.surface, edges: .top), role: .panel)]
    if !isCompact { elements.append(Element("lesson.icon", parts.icon.inset(right: 8), IconLook(.lesson, .muted))) }
    elements += [
      Element(
        "lesson.text", parts.text, LessonTextLook(lines: shown, font: lines.font, lineHeight: lines.lineHeight)),
      Element(
        "lesson.count", parts.count,
        LabelLook("\(running.index + 1) of \(running.lesson.steps.count)", .secondary, .muted, .trailing)),
    ]
    return elements + lessonButtons(running, parts)
  }

  private func lessonButtons(_ running: RunningLesson, _ parts: LessonBarLayout) -> [Element] {
    let isPresenting = lessons.isPresenting
    return [
      Element(
        .lessonBack, parts.back, ButtonLook("Back"), role: .button,
        isEnabled: running.index > 0, hint: running.index > 0 ? "The step before (Page Up)" : "This is the first step",
        cursor: .hand),
      Element(
        .lessonNext, parts.next, ButtonLook(running.isLast ? "Done" : "Next", style: .primary), role: .button,
        hint: running.isLast ? "End the lesson; your drawing comes back" : "The next step (Page Down)", cursor: .hand),
      Element(
        .presenter, parts.present, ButtonLook("", icon: .image, style: .bare, isChosen: isPresenting), role: .button,
        hint: isPresenting ? "Usual size (F5)" : "Presenter view: large, on all of the screen (F5)", cursor: .hand),
      Element(
        .lessonEnd, parts.end, ButtonLook("", icon: .close, style: .bare), role: .button,
        hint: "End the lesson (Esc); your drawing comes back", cursor: .hand),
    ]
  }
}
