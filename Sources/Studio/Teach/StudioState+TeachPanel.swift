import Charts
import Graphics
import Toolkit
import Training

extension StudioState {
  /// Learning, and below it the chosen drawing.
  func teachSide(_ parts: TeachLayout) -> [Element] {
    let panel = Element("teach.panel", parts.side, PanelLook(.surface, radius: 8), role: .panel)
    let inner = parts.side.inset(by: parts.isCompact ? 12 : 24)
    let cardHeight: Double = parts.isCompact ? 196 : 236
    let card = Rect(x: inner.x, y: inner.maxY - cardHeight, width: inner.width, height: cardHeight)
    var column = PanelColumn(in: inner.inset(bottom: cardHeight + 8))
    column.add("teach.learn.title", 26, LabelLook("Learn mine", .title))
    addWords(to: &column)
    column.gap(8)
    if let run = teach.run {
      addRun(run, to: &column)
    } else {
      addButtons(to: &column)
    }
    addOutcome(to: &column)
    return [panel] + column.elements + chosenCard(in: card, parts)
  }

  private func addWords(to column: inout PanelColumn) {
    let name = model.map { PersonalModel.base(of: $0.name) ?? $0.name } ?? "The model"
    let words =
      teach.lesson == nil || teach.run != nil
      ? "\(name) learns your drawings, mixed with digits of others so that it does not forget. A quarter is held back to see what that has changed."
      : "\(teach.lesson?.model ?? name) learned \(NumberText.counted(teach.lesson?.outcome.learned ?? 0, "drawing", "drawings")) in \(seconds). The others were held back."
    for (index, line) in Font.secondary.lines(of: words, width: column.width).enumerated() {
      column.add(ControlName(rawValue: "teach.words.\(index)"), 18, LabelLook(line, .secondary, .muted))
    }
  }

  private var seconds: String { NumberText.fixed(teach.lesson?.outcome.learningSeconds ?? 0, 1) + " s" }

  private func addRun(_ run: TeachState.Run, to column: inout PanelColumn) {
    let place = column.place(36)
    let stop = Rect(x: place.maxX - 88, y: place.y, width: 88, height: 36)
    let bar = Rect(x: place.x, y: place.y, width: stop.x - 16 - place.x, height: 36)
    column.add(Element("teach.progress", bar, ProgressLook(share: run.progress.share, words: run.progress.words)))
    column.add(
      Element(.stopLesson, stop, ButtonLook("Cancel"), role: .button, hint: "Stop learning (Esc)", cursor: .hand))
    column.gap(44)
  }

  private func addButtons(to column: inout PanelColumn) {
    let place = column.place(36)
    let hasLesson = teach.lesson != nil
    let width = hasLesson ? (place.width - 8) / 2 : place.width
    column.add(
      Element(
        .teachLearn, Rect(x: place.x, y: place.y, width: width, height: 36),
        ButtonLook(hasLesson ? "Learn again" : "Learn mine", icon: hasLesson ? nil : .teach, style: .primary),
        role: .button,
        isEnabled: lessonObstacle == nil,
        hint: lessonObstacle ?? "Fit the model to your drawings; takes seconds, and can be taken back", cursor: .hand))
    if hasLesson {
      column.add(
        Element(
          .unlearn, Rect(x: place.x + width + 8, y: place.y, width: width, height: 36),
          ButtonLook("Undo", icon: .undo), role: .button,
          hint: "Back to the model before; the learned one is deleted, and learning again gives the same", cursor: .hand
        ))
    }
    column.gap(40)
    if let problem = lessonObstacle ?? teach.trouble {
      let lines = Font.secondary.lines(of: problem, width: column.width).prefix(3)
      for (index, line) in lines.enumerated() {
        column.add(
          ControlName(rawValue: "teach.obstacle.\(index)"), 18,
          LabelLook(line, .secondary, teach.trouble == problem ? .bad : .muted))
      }
    }
  }

  // MARK: Before and after

  private func addOutcome(to column: inout PanelColumn) {
    guard let outcome = teach.lesson?.outcome, teach.run == nil else { return }
    column.gap(4)
    column.add("teach.outcome.mine", 50, ChangeLook(heldBack: outcome.heldBack))
    if let mnist = outcome.mnist {
      column.add("teach.outcome.mnist", 50, ChangeLook(mnist: mnist))
    } else {
      addAbsence(to: &column)
    }
  }

  private func addAbsence(to column: inout PanelColumn) {
    column.gap(6)
    let words = "MNIST is not on this computer: little was learned, and nobody knows what was forgotten."
    for (index, line) in Font.secondary.lines(of: words, width: column.width).enumerated() {
      column.add(ControlName(rawValue: "teach.absent.\(index)"), 18, LabelLook(line, .secondary, .warn))
    }
    column.gap(6)
    column.add(
      .teachWithDownload, 36, ButtonLook("Download 12 MB and learn again"), role: .button,
      hint: "Fetch MNIST into the cache, once and for all")
  }

  // MARK: The chosen drawing

  private func chosenCard(in card: Rect, _ parts: TeachLayout) -> [Element] {
    let line = Element("teach.chosen.line", Rect(x: card.x, y: card.y - 4, width: card.width, height: 1), LineLook())
    guard let drawing = teach.chosenDrawing else { return teach.drawings.isEmpty ? [] : [line] + chosenHint(in: card) }
    let wished: Double = parts.isCompact ? 3 : 4
    let side = max(1, (wished * scale).rounded(.down)) * 28 / scale
    let picture = Rect(x: card.x, y: card.y + 8, width: side, height: side)
    var facts = PanelColumn(
      in: Rect(x: picture.maxX + 16, y: picture.y, width: card.maxX - picture.maxX - 16, height: side))
    facts.add(chosenFacts(drawing), named: "teach.chosen.fact", height: 28)
    let labels = Rect(x: card.x, y: picture.maxY + 12, width: card.width, height: 36)
    let buttons = Rect(x: card.x, y: labels.maxY + 12, width: card.width, height: 36)
    return [line, Element("teach.chosen.image", picture, NetworkLook(image: drawing.image, pixel: nil))]
      + facts.elements + labelChoices(drawing, in: labels) + chosenButtons(in: buttons)
  }

  private func chosenHint(in card: Rect) -> [Element] {
    [
      Element(
        "teach.chosen.none", Rect(x: card.x, y: card.y + 8, width: card.width, height: 22),
        LabelLook("Choose a drawing to look at it", .secondary, .muted))
    ]
  }

  private func chosenFacts(_ drawing: PersonalDrawing) -> [(String, String)] {
    var facts = [("Written", "\(drawing.digit)")]
    if let answer = teach.answers[drawing.id] {
      facts.append(("Read as", "\(answer.digit), \(NumberText.answered(answer.confidence)) %"))
      facts.append(("Result", answer.digit == drawing.digit ? "Right" : "Wrong"))
    }
    if let lesson = teach.lesson {
      facts.append(("Learned", lesson.heldBack.contains(drawing.id) ? "Held back" : "Yes"))
    }
    return facts
  }

  /// The ten digits, one of which the drawing is.
  private func labelChoices(_ drawing: PersonalDrawing, in place: Rect) -> [Element] {
    let width = place.width / 10
    return [Element("teach.labels", place, PanelLook(.control, radius: 8))]
      + (0...9).map { digit in
        Element(
          .teachLabel(digit), Rect(x: place.x + Double(digit) * width, y: place.y, width: width, height: place.height),
          SegmentLook("\(digit)", isChosen: digit == drawing.digit),
          role: .choice(group: "teach.labels", isChosen: digit == drawing.digit), hint: "It is a \(digit)",
          cursor: .hand)
      }
  }

  private func chosenButtons(in place: Rect) -> [Element] {
    let width = (place.width - 8) / 2
    return [
      Element(
        .teachOpen, Rect(x: place.x, y: place.y, width: width, height: place.height),
        ButtonLook("Open", icon: .pen), role: .button,
        hint: "Look at it on the canvas (Enter); undo brings your drawing back", cursor: .hand),
      Element(
        .teachDelete, Rect(x: place.x + width + 8, y: place.y, width: width, height: place.height),
        ButtonLook("Delete", icon: .clear), role: .button, hint: "Delete it (Delete); Ctrl+Z brings it back",
        cursor: .hand),
    ]
  }
}

extension ChangeLook {
  /// How many of the drawings that were held back are read wrong.
  init(heldBack: PersonalOutcome.Reading) {
    let (before, after) = (heldBack.wrongBefore, heldBack.wrongAfter)
    self.init(
      label: "Your other drawings, \(NumberText.grouped(heldBack.count)) held back", before: "\(before) wrong",
      after: "\(after) wrong", direction: after < before ? .better : after > before ? .worse : .same,
      word: after < before ? "\(before - after) fewer" : after > before ? "\(after - before) more" : "As before")
  }

  /// How many of the test digits of MNIST are read right.
  init(mnist: PersonalOutcome.Reading) {
    let points = (mnist.accuracyAfter - mnist.accuracyBefore) * 100
    let shown = NumberText.fixed(abs(points), 2)
    let direction: Direction = shown == "0.00" ? .same : points > 0 ? .better : .worse
    self.init(
      label: "MNIST, \(NumberText.grouped(mnist.count)) test digits",
      before: NumberText.percent(mnist.accuracyBefore, 2) + " %",
      after: NumberText.percent(mnist.accuracyAfter, 2) + " %", direction: direction,
      word: direction == .same ? "As before" : "\(shown) \(points > 0 ? "more" : "less")")
  }
}
