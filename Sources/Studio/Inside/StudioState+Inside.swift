import Graphics
import Recognition
import Toolkit

extension StudioState {
  /// Asks for what the Inside screen needs and has not got.
  mutating func wantInside() -> [Effect] {
    guard tab == .inside, let model, inside.askedDirectory != model.directory else { return [] }
    let old = inside
    inside = InsideState()
    (inside.steps, inside.framing, inside.part) = (old.steps, old.framing, old.part)
    (inside.chosen, inside.isOpen, inside.askedDirectory) = (old.chosen, old.isOpen, model.directory)
    return [.lookInside(directory: model.directory)]
  }

  /// Begins with a part of the Inside screen, such as `inside.pipeline`, or with one map, such as `inside.map.1.5`.
  mutating func showFirstInside(_ screen: String) -> Bool {
    if let part = InsideState.Part.allCases.first(where: { ControlName.part($0).rawValue == screen }) {
      inside.part = part
    } else if let place = ControlName(rawValue: screen).insideMap {
      (inside.chosen, inside.isOpen) = (place, true)
    } else {
      return false
    }
    tab = .inside
    return true
  }

  mutating func update(_ action: InsideAction) -> [Effect] {
    switch action {
    case .loaded(let stages, let directory):
      // The model may have been changed meanwhile.
      guard directory == inside.askedDirectory else { return [] }
      (inside.stages, inside.problem) = (stages, nil)
      inside.chosen = inside.chosen?.inside(stages).flatMap { .middle(ofMap: $0.map, stage: $0.stage, of: stages) }
      inside.isOpen = inside.isOpen && inside.chosen != nil
      settleLessonPlace()
    case .failed(let reason, let directory):
      if directory == inside.askedDirectory { inside.problem = reason }
    case .found(let findings): inside.findings = findings
    case .pointed(let name, let place, let size):
      inside.pointed = place.flatMap { insidePlace(name, at: $0, of: size) }
    case .pressed(let name, let place, let size): press(name, at: place, of: size)
    }
    return []
  }

  /// The value at a place of a control.
  private func insidePlace(_ name: ControlName, at place: Point, of size: Size) -> InsidePlace? {
    if name == .enlarged { return inside.chosen.flatMap { insideEnlarged.place($0, at: place, of: size) } }
    guard let map = name.insideMap?.inside(inside.stages) else { return nil }
    guard let grid = insideStrips.grids.first(where: { $0.stage == map.stage }) else { return map }
    let value = grid.value(at: place)
    return InsidePlace(stage: map.stage, map: map.map, row: value.row, column: value.column)
  }

  private mutating func press(_ name: ControlName, at place: Point, of size: Size) {
    guard let chosen = insidePlace(name, at: place, of: size) else { return }
    inside.chosen = chosen
    if name != .enlarged { openInside() }
  }

  private mutating func openInside() {
    (inside.isOpen, inside.channel, inside.wantsKeyboard) = (true, nil, true)
    inside.pointed = nil
  }

  mutating func closeInside() {
    (inside.isOpen, inside.channel, inside.wantsKeyboard) = (false, nil, true)
    inside.pointed = nil
    showChosenStage()
  }

  /// Does what a control of the Inside screen, or a switch of a step, is for; nil where it belongs to another.
  mutating func pressInside(_ name: ControlName) -> [Effect]? {
    if name == .restoreSteps { return use(.all) }
    if name == .exportStages { return chooseFile(for: .stages) }
    guard tab == .inside else { return nil }
    if let step = Preprocessor.Steps(switch: name) { return use(inside.steps.symmetricDifference(step)) }
    if let part = InsideState.Part.allCases.first(where: { .part($0) == name }) {
      inside.part = part
      return []
    }
    switch name {
    case .insideBack: closeInside()
    case .nextChannel: stepChannel(1)
    case .previousChannel: stepChannel(-1)
    default: return nil
    }
    return []
  }

  /// Has ink framed by these steps from now on.
  private mutating func use(_ steps: Preprocessor.Steps) -> [Effect] {
    inside.steps = steps
    return ask()
  }

  mutating func stepChannel(_ step: Int) {
    guard let patch = inside.findings.walk?.patch else { return }
    inside.channel = (patch.channel + step + patch.channels) % patch.channels
  }

  /// Has the strip of the chosen map among those that are shown.
  mutating func showChosenStage() {
    guard let chosen = inside.chosen else { return }
    let isShown = { (strips: InsideStrips) in
      chosen.stage >= strips.scrollable || strips.grids.contains { $0.stage == chosen.stage }
    }
    if chosen.stage < inside.firstStage { inside.firstStage = chosen.stage }
    while !isShown(insideStrips), inside.firstStage < chosen.stage { inside.firstStage += 1 }
  }

  /// Moves the strips, where there are more than fit.
  mutating func scrollInside(by strips: Int) {
    let shown = insideStrips
    let isLast = shown.grids.contains { $0.stage == shown.scrollable - 1 }
    guard strips < 0 || !isLast else { return }
    inside.firstStage = min(max(0, shown.first + strips), max(0, shown.scrollable - 1))
  }
}
