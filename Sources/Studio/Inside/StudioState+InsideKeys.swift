import Toolkit

extension StudioState {
  /// Does what a key is for on the Inside screen; nil where it is for nothing there.
  mutating func updateInside(_ event: KeyEvent, focus: ControlName?) -> [Effect]? {
    guard overlay == nil else { return nil }
    switch event.key {
    case .delete, .character("c"): return press(.clear)
    case .character("b"), .character("p"): return press(.pen)
    case .character("e"): return set(\.tool, tool == .eraser ? .pen : .eraser)
    default: break
    }
    guard !inside.stages.isEmpty else { return nil }
    if inside.isOpen { return walkValues(event.key) ? [] : nil }
    return walkMaps(event.key, focus) ? [] : nil
  }

  // MARK: One map

  private mutating func walkValues(_ key: Key) -> Bool {
    guard var place = inside.chosen, inside.stages.indices.contains(place.stage) else { return false }
    let stage = inside.stages[place.stage]
    inside.pointed = nil
    switch key {
    case .escape where notice == nil: closeInside()
    case .left where stage.isVector, .up where stage.isVector, .pageUp: place.map -= 1
    case .right where stage.isVector, .down where stage.isVector, .pageDown: place.map += 1
    case .left: place.column -= 1
    case .right: place.column += 1
    case .up: place.row -= 1
    case .down: place.row += 1
    case .home: place.column = 0
    case .end: place.column = stage.columns - 1
    case .character("["): stepChannel(-1)
    case .character("]"): stepChannel(1)
    default: return false
    }
    let moved = place.inside(inside.stages)
    if moved != inside.chosen, key != .character("["), key != .character("]") { inside.channel = nil }
    inside.chosen = moved
    return true
  }

  // MARK: All maps

  private mutating func walkMaps(_ key: Key, _ focus: ControlName?) -> Bool {
    // Where the keyboard is comes first: Tab may have moved it.
    if let place = focus?.insideMap?.inside(inside.stages),
      place.map != inside.chosen?.map || place.stage != inside.chosen?.stage
    {
      inside.chosen = .middle(ofMap: place.map, stage: place.stage, of: inside.stages)
    }
    switch key {
    case .left: move(by: -1)
    case .right: move(by: 1)
    case .up: moveRow(by: -1)
    case .down: moveRow(by: 1)
    case .home: move(to: 0)
    case .end: move(to: Int.max)
    case .pageUp: moveStage(by: -1)
    case .pageDown: moveStage(by: 1)
    case .enter, .space:
      guard inside.chosen != nil, layersAreShown else { return false }
      inside.wantsKeyboard = true
      (inside.isOpen, inside.channel) = (true, nil)
      return true
    default: return false
    }
    guard layersAreShown else { return false }
    inside.wantsKeyboard = true
    showChosenStage()
    return true
  }

  /// Whether the strips are on the screen.
  private var layersAreShown: Bool { !insideLayout.isCompact || inside.part == .layers }

  /// How many maps of a stage are shown, and in how many columns.
  private func shownMaps(_ stage: Int) -> (count: Int, columns: Int) {
    let grid = insideStrips.grids.first { $0.stage == stage }
    let maps = inside.stages.indices.contains(stage) ? inside.stages[stage].maps : 1
    return (grid?.count ?? maps, grid?.columns ?? maps)
  }

  private mutating func move(by step: Int) {
    guard let chosen = inside.chosen else { return move(to: 0) }
    move(to: chosen.map + step)
  }

  private mutating func move(to map: Int) {
    let stage = inside.chosen?.stage ?? inside.firstStage
    let last = shownMaps(stage).count - 1
    inside.chosen = .middle(ofMap: min(max(map, 0), last), stage: stage, of: inside.stages)
  }

  private mutating func moveRow(by step: Int) {
    guard let chosen = inside.chosen else { return move(to: 0) }
    let (count, columns) = shownMaps(chosen.stage)
    let target = chosen.map + step * columns
    let isLastRow = chosen.map / columns == (count - 1) / columns
    if target >= 0, target < count || !isLastRow {
      inside.chosen?.map = min(target, count - 1)
    } else {
      moveStage(by: step)
    }
  }

  private mutating func moveStage(by step: Int) {
    let stage = inside.chosen?.stage ?? inside.firstStage - step
    let next = InsidePlace(stage: stage + step, map: inside.chosen?.map ?? 0).inside(inside.stages)
    guard var next, next.stage != inside.chosen?.stage else { return }
    inside.chosen = next
    showChosenStage()
    next.map = min(next.map, shownMaps(next.stage).count - 1)
    inside.chosen = .middle(ofMap: next.map, stage: next.stage, of: inside.stages)
  }
}
