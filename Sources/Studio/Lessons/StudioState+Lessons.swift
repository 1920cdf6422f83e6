import Ink
import Toolkit

extension StudioState {
  /// The height of what stands at the lower edge in the place of the status line; nil: the line itself.
  var foot: Double? { lessons.running?.lines?.height }

  mutating func update(_ action: LessonsAction) -> [Effect] {
    switch action {
    case .found(let files):
      (lessons.files, lessons.hasLooked) = (files, true)
      chooseLesson(lessons.chosen)
    case .opened(let file): return begin(file, at: lessons.firstStep)
    }
    return []
  }

  /// Takes from the name of the first screen what is about lessons: `presenter.` before a name has it in the presenter
  /// view, `lessons.3` has the lesson that is opened begin at its third step. Gives back the rest of the name.
  mutating func showFirstLesson(_ screen: String) -> String {
    var name = screen
    if name.hasPrefix("presenter.") {
      lessons.isPresenting = true
      name.removeFirst("presenter.".count)
    }
    if name.hasPrefix("lessons."), let step = Int(name.dropFirst("lessons.".count)) {
      lessons.firstStep = step
      return Tab.lessons.rawValue
    }
    return name
  }

  /// Looks for lessons where they are shown.
  func wantLessons() -> [Effect] { tab == .lessons ? [.lessons(.list)] : [] }

  // MARK: Beginning and end

  /// Begins a lesson at a step, from 1; the person's own drawing waits for the end.
  private mutating func begin(_ file: LessonFile, at step: Int) -> [Effect] {
    lessons.firstStep = 1
    guard let lesson = file.lesson, !lesson.steps.isEmpty else {
      notice = Notice(.bad, "\(file.name) cannot be given: \(file.problem ?? "it has no steps")")
      return []
    }
    overlay = nil
    let own = lessons.running?.own ?? ownWork()
    var running = RunningLesson(lesson: lesson, own: own, askedModel: lessons.running?.askedModel ?? own.model)
    running.index = min(max(1, step), lesson.steps.count) - 1
    if lessons.running == nil {
      var paper = DrawingDocument()
      paper.goOn(after: document.revision)
      document = paper
    }
    lessons.running = running
    documentName = nil
    settings.isLive = true
    layOutLesson()
    prepareLearning(lesson.learning)
    let effects = showStep()
    if notice == nil, let trouble = lesson.troubles.first {
      let rest = lesson.troubles.count > 1 ? ", and \(lesson.troubles.count - 1) more" : ""
      notice = Notice(.warning, "In \(file.name), \(trouble)\(rest)")
    }
    return effects
  }

  /// Makes the screen that learns ready for what a lesson shows there; a training of the person's own goes first.
  private mutating func prepareLearning(_ plan: LessonLearning?) {
    guard let plan, !learn.hasLeftover, learn.phase == .none || learn.phase == .ended else { return }
    learn.settings = LearnSettings(plan)
  }

  private func ownWork() -> RunningLesson.Own {
    var own = document
    own.endStroke()
    let directory = model?.directory ?? ""
    return RunningLesson.Own(
      document: own, documentName: documentName, inkClock: inkClock, hasDrawn: hasDrawn, tab: tab,
      penWidth: settings.penWidth, reading: settings.reading, reads: settings.reads, framing: inside.steps,
      model: directory.isEmpty ? settings.model ?? Settings.usualModel : directory,
      inside: (inside.chosen, inside.isOpen, inside.part, inside.firstStage),
      compared: compare.chosen.compactMap { chosen in comparable.first { $0.name == chosen.name } },
      comparePage: compare.page, hasTable: compare.hasTable, page: performance.page, showsPixels: why.showsPixels,
      learnPage: learn.page)
  }

  /// Ends the lesson: everything is as it was before.
  mutating func endLesson() -> [Effect] {
    guard let running = lessons.running else { return [] }
    var own = running.own
    own.document.goOn(after: document.revision)
    (document, documentName, inkClock, hasDrawn) = (own.document, own.documentName, own.inkClock, own.hasDrawn)
    (settings.penWidth, settings.reading, settings.reads) = (own.penWidth, own.reading, own.reads)
    (lessons.running, lessons.isBlack) = (nil, false)
    inside.steps = own.framing
    (inside.chosen, inside.isOpen, inside.part, inside.firstStage) = own.inside
    (compare.page, compare.hasTable, why.showsPixels) = (own.comparePage, own.hasTable, own.showsPixels)
    let compared = own.compared.isEmpty && compare.chosen.isEmpty ? [] : compareOnly(own.compared)
    // The first models are chosen when the screen is seen for the first time.
    compare.hasBegun = !own.compared.isEmpty
    let model: [Effect] = running.askedModel == own.model ? [] : [.loadModel(own.model)]
    let shown = choose(own.tab) + (own.tab == .performance ? choose(own.page) : [])
    (performance.page, learn.page) = (own.page, own.learnPage)
    return compared + model + shown + changed()
  }

  // MARK: Controls

  /// Does what a control of lessons and of the presenter view is for; nil where it belongs to another.
  mutating func pressLessons(_ name: ControlName) -> [Effect]? {
    switch name {
    case .lessonBack: return step(to: -1)
    case .lessonNext: return lessons.running?.isLast == true ? endLesson() : step(to: 1)
    case .lessonEnd: return endLesson()
    case .presenter, .presenterInList, .presenterSetting: return togglePresenter()
    case .openLesson: return chooseFile(for: .lesson)
    case .black: return set(\.lessons.isBlack, false)
    default: break
    }
    guard tab == .lessons, let index = lessons.files.indices.first(where: { ControlName.lesson($0) == name }) else {
      return nil
    }
    chooseLesson(index)
    return begin(lessons.files[index], at: 1)
  }

  /// Goes `steps` on, as far as there are any.
  private mutating func step(to steps: Int) -> [Effect] {
    guard let running = lessons.running else { return [] }
    let next = min(max(0, running.index + steps), running.lesson.steps.count - 1)
    guard next != running.index else { return [] }
    lessons.running?.index = next
    return showStep()
  }

  // MARK: Keys

  /// Does what a key is for in a lesson, in the list of lessons and while the screen is black; nil where it is for
  /// nothing there.
  mutating func updateLessons(_ event: KeyEvent, focus: ControlName?) -> [Effect]? {
    guard overlay == nil, event.modifiers.isDisjoint(with: [.control, .alt, .logo]) else { return nil }
    if lessons.isBlack {
      lessons.isBlack = false
      return []
    }
    if event.key == .function(5) { return event.isRepeat ? [] : togglePresenter() }
    let isGiven = lessons.running != nil
    if isGiven || lessons.isPresenting, event.key == .character("b") || event.key == .character(".") {
      lessons.isBlack = true
      return []
    }
    return isGiven ? updateRunning(event.key, focus) : tab == .lessons ? walkLessons(event.key) : nil
  }

  /// Whether a key leads through the lesson whatever has the keyboard: a clicker must not stick at a slider.
  func leadsLesson(_ event: KeyEvent) -> Bool {
    lessons.running != nil && overlay == nil && event.modifiers.isEmpty
      && (event.key == .pageDown || event.key == .pageUp)
  }

  private mutating func updateRunning(_ key: Key, _ focus: ControlName?) -> [Effect]? {
    // Arrow keys walk what has the keyboard; what a clicker sends always leads through the lesson.
    let isFree = focus.map { $0 == .canvas || $0.rawValue.hasPrefix("lesson") || $0.rawValue.hasPrefix("tab.") } ?? true
    switch key {
    case .pageDown, .space: return step(to: 1)
    case .pageUp: return step(to: -1)
    case .right where isFree, .down where isFree: return step(to: 1)
    case .left where isFree, .up where isFree: return step(to: -1)
    case .escape where notice == nil: return endLesson()
    default: return nil
    }
  }

  private mutating func walkLessons(_ key: Key) -> [Effect]? {
    switch key {
    case .up: chooseLesson(lessons.chosen - 1)
    case .down: chooseLesson(lessons.chosen + 1)
    case .home: chooseLesson(0)
    case .end: chooseLesson(Int.max)
    case .enter, .space:
      guard lessons.files.indices.contains(lessons.chosen) else { return nil }
      return begin(lessons.files[lessons.chosen], at: 1)
    default: return nil
    }
    return []
  }

  private mutating func chooseLesson(_ index: Int) {
    lessons.chosen = max(0, min(index, lessons.files.count - 1))
    let rows = max(1, lessonRows)
    lessons.firstRow = min(lessons.firstRow, lessons.chosen)
    lessons.firstRow = max(lessons.firstRow, lessons.chosen - rows + 1)
  }

  /// Moves the list by rows, where there are more than fit.
  mutating func scrollLessons(by rows: Int) {
    lessons.firstRow = max(0, min(lessons.firstRow + rows, lessons.files.count - lessonRows))
  }
}
