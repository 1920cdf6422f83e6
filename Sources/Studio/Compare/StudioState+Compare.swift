import Charts
import Graphics
import Toolkit

extension StudioState {
  /// The models that can be chosen.
  var comparable: [ModelEntry] {
    let known = models + compare.racers
    guard let model, !known.contains(where: { $0.name == model.name }) else { return known }
    return [ModelEntry(name: model.name, path: model.directory)] + known
  }

  /// Chooses the first models when the screen is shown for the first time.
  mutating func wantComparison() -> [Effect] {
    guard tab == .compare, !compare.hasBegun, !models.isEmpty else { return [] }
    compare.hasBegun = true
    let current = settings.model ?? Settings.usualModel
    let others = comparable.filter { $0.name != current }
    let first = comparable.filter { $0.name == current } + others
    return first.prefix(3).flatMap { choose($0) }
  }

  mutating func update(_ action: CompareAction) -> [Effect] {
    switch action {
    case .loaded(let name, let model):
      compare.models[name] = model
      compare.problems[name] = nil
    case .racers(let found): compare.racers = found
    case .failed(let name, let reason): compare.problems[name] = reason
    case .read(let name, let reading):
      if compare.slots.contains(name) { compare.readings[name] = reading }
    case .cleared: compare.readings = [:]
    case .pointed(let name, let place, let size): point(name, place, size)
    case .pressed(let name, let place, let size): pressArea(name, place, size)
    }
    return []
  }

  private mutating func choose(_ entry: ModelEntry) -> [Effect] {
    guard let slot = compare.slots.firstIndex(of: nil) else {
      notice = Notice(.warning, "\(CompareState.most) models at most: take one out first")
      return []
    }
    compare.slots[slot] = entry.name
    compare.problems[entry.name] = nil
    settlePair()
    return [.compare(.load(entry))]
  }

  private mutating func leaveOut(_ name: String) -> [Effect] {
    guard let slot = compare.slots.firstIndex(of: name) else { return [] }
    compare.slots[slot] = nil
    (compare.models[name], compare.readings[name], compare.problems[name]) = (nil, nil, nil)
    settlePair()
    return [.compare(.forget(name))]
  }

  /// Two models that are there, and two different ones.
  mutating func settlePair() {
    let slots = compare.chosen.map(\.slot)
    guard slots.count > 1 else { return }
    if !slots.contains(compare.first) { compare.first = slots.first { $0 != compare.second } ?? slots[0] }
    if !slots.contains(compare.second) || compare.second == compare.first {
      compare.second = slots.first { $0 != compare.first } ?? slots[1]
    }
  }

  /// Does what a control of the compare screen is for; nil where it belongs to another.
  mutating func pressCompare(_ name: ControlName) -> [Effect]? {
    if let entry = comparable.first(where: { ControlName.compared($0.name) == name }) {
      return compare.slots.contains(entry.name) ? leaveOut(entry.name) : choose(entry)
    }
    if name == .race { return race() }
    if name == .compareTable {
      let isShown = compareLayout(windowLayout).hasTable
      (compare.hasTable, compare.forcesTable) = (!isShown, !isShown)
      return []
    }
    if let page = CompareState.Page.allCases.first(where: { ControlName.comparePage($0) == name }) {
      (compare.page, compare.epoch, compare.hoveredCell) = (page, nil, nil)
      return []
    }
    if let curve = CompareState.Curve.allCases.first(where: { ControlName.curve($0) == name }) {
      return set(\.compare.curve, curve)
    }
    if let slot = compare.slots.indices.first(where: { ControlName.firstModel($0) == name }) { return pair(slot, nil) }
    if let slot = compare.slots.indices.first(where: { ControlName.secondModel($0) == name }) { return pair(nil, slot) }
    return nil
  }

  /// Chooses one of the two; choosing the other one changes them around.
  private mutating func pair(_ first: Int?, _ second: Int?) -> [Effect] {
    let before = (compare.first, compare.second)
    if let first { (compare.first, compare.second) = (first, first == before.1 ? before.0 : before.1) }
    if let second { (compare.first, compare.second) = (second == before.0 ? before.1 : before.0, second) }
    return []
  }

  // MARK: Pointer and keys

  private mutating func point(_ name: ControlName, _ place: Point?, _ size: Size) {
    if name == .difference { compare.hoveredCell = place.flatMap { differenceChart?.cell(at: $0, in: Rect(size)) } }
    if name == .comparedCurves {
      compare.epoch = place.flatMap { place in comparedCurves?.epoch(at: place.x, in: Rect(size)) }
    }
  }

  private mutating func pressArea(_ name: ControlName, _ place: Point, _ size: Size) {
    point(name, place, size)
    if name == .difference, let cell = compare.hoveredCell { compare.cell = cell }
  }

  /// Does what a key is for on the compare screen; nil where it is for nothing there.
  mutating func updateCompare(_ event: KeyEvent, focus: ControlName?) -> [Effect]? {
    guard overlay == nil, event.modifiers.isDisjoint(with: [.control, .alt, .logo]) else { return nil }
    if let focus, comparable.contains(where: { ControlName.compared($0.name) == focus }) {
      return scrollModels(event.key)
    }
    switch compare.page {
    case .ink: return event.key == .delete || event.key == .character("c") ? press(.clear) : nil
    case .curves: return walkComparedEpochs(event.key)
    case .confusion: return walkDifference(event.key)
    }
  }

  private mutating func scrollModels(_ key: Key) -> [Effect]? {
    switch key {
    case .up: scrollModels(by: -1)
    case .down: scrollModels(by: 1)
    case .pageUp: scrollModels(by: -4)
    case .pageDown: scrollModels(by: 4)
    default: return nil
    }
    return []
  }

  /// Moves the list of models; the last page is full.
  mutating func scrollModels(by rows: Int) {
    let shown = compareLayout(windowLayout).rows.count
    compare.firstRow = max(0, min(compare.firstRow + rows, comparable.count - shown))
  }

  private mutating func walkComparedEpochs(_ key: Key) -> [Effect]? {
    guard let count = comparedCurves?.epochs, count > 0 else { return nil }
    switch key {
    case .left: compare.epoch = max(1, (compare.epoch ?? count + 1) - 1)
    case .right: compare.epoch = min(count, (compare.epoch ?? 0) + 1)
    case .home: compare.epoch = 1
    case .end: compare.epoch = count
    default: return nil
    }
    return []
  }

  private mutating func walkDifference(_ key: Key) -> [Effect]? {
    guard let cell = compare.cell.moved(by: key) else { return nil }
    compare.cell = cell
    return []
  }
}
