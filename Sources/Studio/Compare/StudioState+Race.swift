import Graphics
import Toolkit

extension StudioState {
  /// The models that a race is between: from a network that knows nothing to the one in use.
  package var raceLineUp: [ModelEntry] {
    let own = model.flatMap { model in comparable.first { $0.name == model.name } }
    let others = StudioState.racerNames.compactMap { name in comparable.first { $0.name == name } }
    return Array((others.filter { $0.name != own?.name } + [own].compactMap(\.self)).suffix(CompareState.most))
  }

  /// From knowing nothing to knowing too much and back.
  private static let racerNames = [UntrainedModel.name, "epoch-1", "overfitted", "augmented", "mlp"]

  /// Has the line-up read the same ink, with all the room for it.
  mutating func race() -> [Effect] {
    compare.hasTable = false
    return compareOnly(raceLineUp)
  }

  /// Has these models compared and no others, in this order.
  mutating func compareOnly(_ entries: [ModelEntry]) -> [Effect] {
    let wanted = entries.prefix(CompareState.most)
    compare.hasBegun = true
    let gone = compare.chosen.map(\.name).filter { name in !wanted.contains { $0.name == name } }
    for name in gone {
      (compare.models[name], compare.readings[name], compare.problems[name]) = (nil, nil, nil)
    }
    compare.slots = (0..<CompareState.most).map { $0 < wanted.count ? wanted[$0].name : nil }
    settlePair()
    let missing = wanted.filter { compare.models[$0.name]?.facts.directory != $0.path }
    for entry in missing { (compare.models[entry.name], compare.problems[entry.name]) = (nil, nil) }
    return gone.map { .compare(.forget($0)) } + missing.map { .compare(.load($0)) }
  }

  /// What leads to a race.
  func raceButton(_ parts: CompareLayout, right: Double) -> Element {
    let width: Double = parts.isCompact ? 76 : 84
    let isRace = !raceLineUp.isEmpty && compare.chosen.map(\.name) == raceLineUp.map(\.name)
    return Element(
      .race, Rect(x: right - width, y: parts.tabs.y, width: width, height: parts.tabs.height),
      ButtonLook("Race", isChosen: isRace), role: .button, isEnabled: !isRace || compare.hasTable,
      hint: "The same ink through models that learned nothing, little, too narrowly and well", cursor: .hand)
  }

  /// What shows or hides the table.
  func tableButton(_ parts: CompareLayout) -> Element {
    Element(
      .compareTable, Rect(x: parts.tabs.maxX - 120, y: parts.tabs.y, width: 120, height: parts.tabs.height),
      ButtonLook(parts.hasTable ? "Hide the table" : "Show the table"), role: .button,
      hint: parts.hasTable ? "All the room for what is below" : "The figures of the models, and which are compared",
      cursor: .hand)
  }
}
