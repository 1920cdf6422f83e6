import Charts
import Ink
import Toolkit

extension StudioState {
  mutating func update(_ action: TeachAction) -> [Effect] {
    switch action {
    case .loaded(let contents):
      // What was drawn meanwhile comes after it.
      teach.drawings = contents.drawings + teach.drawings
      (teach.troubles, teach.isCut) = (contents.troubles, contents.isCut)
      return wantTeachAnswers()
    case .failed(let change, let reason): takeBack(change, reason)
    case .answered(let answers, let generation):
      teach.isAsking = false
      guard generation == teach.generation else { return wantTeachAnswers() }
      teach.answers.merge(answers) { $1 }
      // A model that gives no answers will not give any the next time.
      return answers.isEmpty ? [] : wantTeachAnswers()
    case .progressed(let progress, let run): if teach.run?.number == run { teach.run?.progress = progress }
    case .learned(let lesson, let run): return take(lesson, of: run)
    case .notLearned(let reason, let run):
      guard teach.run?.number == run else { return [] }
      (teach.run, teach.trouble) = (nil, reason)
      notice = Notice(.bad, reason)
    case .unlearned(let problem): return takeUnlearned(problem)
    case .pressed(let place, let size): chooseDrawing(at: place, in: size)
    }
    return []
  }

  /// Does what a control is for; nil where `name` belongs to something else.
  mutating func pressTeach(_ name: ControlName) -> [Effect]? {
    if let digit = (0...9).first(where: { ControlName.teachDigit($0) == name }) { return teachDrawing(as: digit) }
    switch name {
    case .teach: return toggle(.teach)
    case .teachUndo: return undoTeaching()
    case .unlearn: return teach.lesson.map { [.teach(.unlearn($0, isTold: true))] } ?? []
    case .undoNotice:
      let target = notice?.undo
      notice = nil
      return target.map { press($0) } ?? []
    default: break
    }
    guard tab == .teach else { return nil }
    if let digit = (0...9).first(where: { ControlName.teachLabel($0) == name }) { return relabelChosen(digit) }
    switch name {
    case .teachDraw: return choose(.draw)
    case .teachOpen: return openChosen()
    case .teachDelete: return deleteChosen()
    case .teachExport: return teach.drawings.isEmpty ? [] : chooseFile(for: .teachExport)
    case .teachLearn: return teachLesson()
    case .teachWithDownload: return teachLesson(fetches: true)
    case .stopLesson: return stopLesson()
    default: return nil
    }
  }

  // MARK: The drawing on the canvas

  /// Keeps the drawing on the canvas as a digit, or corrects what was said about the same drawing before.
  mutating func teachDrawing(as digit: Int) -> [Effect] {
    overlay = nil
    if let obstacle = teachObstacle {
      notice = Notice(.warning, obstacle)
      return []
    }
    let strokes = document.drawing.strokes
    if let known = teach.drawings.last(where: { $0.drawing.strokes == strokes }) { return correct(known, digit) }
    teach.nameCount += 1
    let number = "\(teach.nameCount)"
    let file = "\(teach.session)-\(String(repeating: "0", count: max(0, 4 - number.count)))\(number).ndjson"
    let drawing = Drawing(strokes: strokes, label: "\(digit)", width: settings.penWidth).writable
    guard let drawing = PersonalDrawing(drawing, file: file) else {
      notice = Notice(.warning, "There is no ink to keep: draw a digit first")
      return []
    }
    let effects = make(.added(drawing), at: document.revision)
    tellTeaching("Saved as \(digit)")
    return effects
  }

  /// Why the drawing on the canvas cannot be kept; nil where it can.
  var teachObstacle: String? {
    if lessons.running != nil { return "This is the ink of a lesson: end it (Esc) to teach your own" }
    if document.isBlank { return "The canvas is blank: draw a digit first" }
    if document.hasImage { return "A picture lies under the ink: only drawings can be taught" }
    if isNumber { return "A number is read: have one digit read (N), and say which it is" }
    if document.isDrawing { return "The stroke is not done yet" }
    if reading.verdict == .speck, reading.revision == document.revision { return "Only a dot so far: keep drawing" }
    return nil
  }

  /// What the drawing on the canvas is kept as; nil where it is not.
  var teachLabel: Int? {
    guard !document.isBlank, !document.hasImage else { return nil }
    let strokes = document.drawing.strokes
    return teach.drawings.last { $0.drawing.strokes == strokes }?.digit
  }

  private mutating func correct(_ known: PersonalDrawing, _ digit: Int) -> [Effect] {
    guard known.digit != digit else {
      tellTeaching("Saved as \(digit) already")
      return []
    }
    let effects = make(.relabelled(from: known, to: known.relabelled(digit)), at: document.revision)
    tellTeaching("Now a \(digit) instead of a \(known.digit)")
    return effects
  }

  private mutating func tellTeaching(_ words: String) {
    let count = NumberText.counted(teach.drawings.count, "drawing", "drawings")
    notice = Notice(.good, "\(words): \(count) of yours")
    if !teach.steps.isEmpty { notice?.undo = .teachUndo }
  }

  // MARK: Changes

  private mutating func make(_ change: TeachChange, at revision: Int?) -> [Effect] {
    teach.apply(change)
    teach.steps.append(TeachState.Step(change: change, revision: revision))
    return [.teach(.write(change))] + wantTeachAnswers()
  }

  /// Takes the newest change back.
  mutating func undoTeaching() -> [Effect] {
    guard let step = teach.steps.popLast() else { return [] }
    let opposite = step.change.opposite(place: 0)
    teach.apply(opposite)
    let count = NumberText.counted(teach.drawings.count, "drawing", "drawings")
    switch opposite {
    case .added(let drawing):
      teach.chosen = drawing.id
      notice = Notice(.good, "The drawing is back: \(count) of yours")
    case .relabelled(_, let drawing): notice = Notice(.good, "A \(drawing.digit) again: \(count) of yours")
    case .removed: notice = Notice(.good, "Not kept: \(count) of yours")
    }
    return [.teach(.write(opposite))] + wantTeachAnswers()
  }

  /// What Undo takes back first on the canvas: a label that was given after the last change of the drawing.
  mutating func undoLabel() -> [Effect]? {
    guard tab == .draw, let step = teach.steps.last, step.revision == document.revision else { return nil }
    return undoTeaching()
  }

  private mutating func takeBack(_ change: TeachChange, _ reason: String) {
    teach.apply(change.opposite(place: 0))
    teach.steps.removeAll { $0.change == change }
    notice = Notice(.bad, reason)
  }

  // MARK: The chosen drawing

  mutating func relabelChosen(_ digit: Int) -> [Effect] {
    guard let drawing = teach.chosenDrawing, drawing.digit != digit else { return [] }
    let effects = make(.relabelled(from: drawing, to: drawing.relabelled(digit)), at: nil)
    showChosen()
    tellTeaching("Now a \(digit) instead of a \(drawing.digit)")
    return effects
  }

  mutating func deleteChosen() -> [Effect] {
    guard let drawing = teach.chosenDrawing else { return [] }
    let order = teachOrder
    let place = order.firstIndex { $0.id == drawing.id } ?? 0
    let next = order.indices.contains(place + 1) ? order[place + 1] : place > 0 ? order[place - 1] : nil
    let effects = make(.removed(drawing, place: place), at: nil)
    teach.chosen = next?.id
    showChosen()
    tellTeaching("Deleted")
    return effects
  }

  mutating func openChosen() -> [Effect] {
    guard let drawing = teach.chosenDrawing else { return [] }
    var shown = drawing.drawing
    shown.label = nil
    document.load(shown)
    if let width = shown.width { settings.penWidth = Settings.limited(width) }
    documentName = nil
    hasDrawn = true
    notice = Notice(.good, "Your \(drawing.digit) is on the canvas. Undo brings the drawing before back")
    return choose(.draw) + changed()
  }

  // MARK: What the model reads

  /// Another model is in use.
  mutating func forgetTeachAnswers() -> [Effect] {
    teach.generation += 1
    teach.answers = [:]
    return wantTeachAnswers()
  }

  /// Has the model asked about drawings that it has not read, while somebody looks.
  mutating func wantTeachAnswers() -> [Effect] {
    guard tab == .teach, model != nil, !teach.isAsking, teach.run == nil else { return [] }
    let missing = teach.drawings.filter { teach.answers[$0.id] == nil }
    guard !missing.isEmpty else { return [] }
    teach.isAsking = true
    return [.teach(.ask(missing, generation: teach.generation))]
  }

  // MARK: Learning

  /// Why nothing can be learned; nil where it can.
  var lessonObstacle: String? {
    if model == nil { return "Choose a model first" }
    let missing = TeachState.fewest - teach.drawings.count
    return missing > 0 ? "Save \(missing) more: at least \(TeachState.fewest) drawings are needed" : nil
  }

  private mutating func teachLesson(fetches: Bool = false) -> [Effect] {
    guard lessonObstacle == nil, teach.run == nil else { return [] }
    teach.runCount += 1
    teach.trouble = nil
    teach.run = TeachState.Run(number: teach.runCount)
    return [.teach(.learn(run: teach.runCount, fetches: fetches))]
  }

  mutating func stopLesson() -> [Effect] {
    guard teach.run != nil else { return [] }
    teach.run = nil
    notice = Notice(.good, "Learning was stopped: nothing has changed")
    return [.teach(.stopLesson)] + wantTeachAnswers()
  }

  private mutating func take(_ lesson: TeachState.Lesson, of run: Int) -> [Effect] {
    guard teach.run?.number == run else {
      // It was stopped too late to be stopped: what it has written goes again.
      return [.teach(.unlearn(lesson, isTold: false))]
    }
    teach.run = nil
    teach.lesson = lesson
    forgetFiles()
    notice = Notice(.good, "Learned: “\(lesson.model)” reads your drawings from now on")
    notice?.undo = .unlearn
    let compared = models.filter { $0.name == lesson.model && compare.slots.contains($0.name) }
    return prefer { $0.model = lesson.model } + [.loadModel(lesson.model)] + compared.map { .compare(.load($0)) }
  }

  /// A model's directory may hold another model now: what the screens know of it is old.
  private mutating func forgetFiles() {
    (performance.askedDirectory, inside.askedDirectory, about.askedDirectory) = (nil, nil, nil)
    (why.directory, why.digitsDirectory) = (nil, nil)
  }

  private mutating func takeUnlearned(_ problem: String?) -> [Effect] {
    if let problem {
      notice = Notice(.bad, problem)
      return []
    }
    guard let lesson = teach.lesson else { return [] }
    teach.lesson = nil
    forgetFiles()
    let isInUse = model?.name == lesson.model
    notice = Notice(.good, "Taken back. Learning again gives the same model")
    guard isInUse else { return [] }
    return prefer { $0.model = lesson.formerSetting } + [.loadModel(lesson.formerDirectory)]
  }
}
