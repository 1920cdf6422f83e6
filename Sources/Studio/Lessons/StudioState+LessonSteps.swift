import Ink
import Recognition
import Toolkit

extension StudioState {
  /// Puts everything where the step has it, wherever it was before: going back shows what was there.
  mutating func showStep() -> [Effect] {
    guard let step = lessons.running?.step else { return [] }
    (overlay, lessons.isBlack, notice) = (nil, false, nil)
    lessons.running?.trouble = nil
    inside.steps = step.framing
    settings.reads = .digit
    let ink = putInk(step)
    let model = useModel(step)
    let screen = show(step)
    playInk(step)
    if let trouble = lessons.running?.trouble { notice = Notice(.warning, "In \(trouble)") }
    return ink + model + screen
  }

  /// Says what of the step cannot be shown here; the first that is wrong.
  private mutating func report(_ member: String, _ reason: String) {
    guard let running = lessons.running, running.trouble == nil else { return }
    lessons.running?.trouble = LessonTrouble(step: running.step.number, member: member, reason)
  }

  // MARK: Ink

  private mutating func putInk(_ step: LessonStep) -> [Effect] {
    let drawing = step.drawing ?? Drawing()
    if let width = drawing.width {
      settings.penWidth = Settings.limited(width)
    } else {
      settings.penWidth = Settings.usualPenWidth
    }
    hasDrawn = true
    guard lessons.running?.drawnRevision != document.revision || document.drawing != drawing else {
      time.leave()
      return [.recognise]
    }
    document.load(drawing)
    let effects = changed()
    lessons.running?.drawnRevision = document.revision
    return effects
  }

  /// Draws it live, or goes to the moment that is shown.
  private mutating func playInk(_ step: LessonStep) {
    guard step.isReplayed || step.moment != nil else { return }
    time.follow(document, isDrawing: false)
    time.move(to: step.isReplayed ? 0 : (step.moment ?? 1) * time.timeline.duration)
    time.isPlaying = step.isReplayed
  }

  // MARK: Models

  private mutating func useModel(_ step: LessonStep) -> [Effect] {
    guard let running = lessons.running else { return [] }
    var wanted = running.own.model
    if let name = step.model {
      if let entry = lessonModel(name) {
        wanted = entry.path
      } else {
        report("model", "there is no model “\(name)” on this computer; your own reads")
      }
    }
    guard wanted != running.askedModel else { return [] }
    lessons.running?.askedModel = wanted
    return [.loadModel(wanted)]
  }

  /// The model that a lesson means by a name; nil where there is none.
  private func lessonModel(_ name: String) -> ModelEntry? {
    guard let running = lessons.running else { return nil }
    if name == "own" {
      let known = comparable.first { $0.path == running.own.model || $0.name == running.own.model }
      return known ?? ModelEntry(name: SafeName.last(of: running.own.model), path: running.own.model)
    }
    if name == UntrainedModel.name { return ModelEntry(name: name, path: running.lesson.untrained.path) }
    return (models + compare.racers).first { $0.name == name }
  }

  // MARK: Screens

  private mutating func show(_ step: LessonStep) -> [Effect] {
    var effects: [Effect] = []
    if let page = step.screen.compare { compare.page = page }
    if step.screen.tab == .compare {
      (compare.hasTable, compare.epoch) = (false, nil)
      effects += compareOnly(lessonModels(step))
    }
    if let part = step.screen.inside ?? (step.framing == .all ? .layers : .pipeline) as InsideState.Part? {
      inside.part = part
    }
    (inside.firstStage, inside.chosen, inside.isOpen, inside.pointed) = (step.strip, nil, false, nil)
    why.showsPixels = step.showsPixels
    learn.page = step.screen.learn ?? .settings
    effects += choose(step.screen.tab)
    if let page = step.screen.performance { effects += choose(page) }
    settleLessonPlace()
    return effects
  }

  private mutating func lessonModels(_ step: LessonStep) -> [ModelEntry] {
    guard let names = step.models else { return raceLineUp }
    return names.compactMap { name in
      let entry = lessonModel(name)
      if entry == nil { report("models", "there is no model “\(name)” on this computer; the others read") }
      return entry
    }
  }

  /// Shows the strip and the map of the step, once the network is there to have them.
  mutating func settleLessonPlace() {
    guard let step = lessons.running?.step, step.screen.tab == .inside, !inside.stages.isEmpty else { return }
    inside.firstStage = min(step.strip, inside.stages.count - 1)
    guard let wanted = step.place else { return }
    let middle = InsidePlace.middle(ofMap: wanted.map, stage: wanted.strip, of: inside.stages)
    var place = InsidePlace(stage: wanted.strip, map: wanted.map, row: 0, column: 0)
    if let value = wanted.value { (place.row, place.column) = (value.x, value.y) }
    let found = wanted.value == nil ? middle ?? place.inside(inside.stages) : place.inside(inside.stages)
    (inside.chosen, inside.isOpen, inside.channel) = (found, found != nil, nil)
    let isThere = found?.stage == wanted.strip && found?.map == wanted.map
    guard !isThere || wanted.value != nil && found != place else { return }
    report("map", "this network has no such place; the nearest is shown")
    if let trouble = lessons.running?.trouble { notice = Notice(.warning, "In \(trouble)") }
  }
}
