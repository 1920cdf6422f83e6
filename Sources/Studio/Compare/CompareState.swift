package import Charts

/// What the compare screen shows.
package struct CompareState: Equatable {
  /// A part of the screen below the table.
  package enum Page: String, CaseIterable, Sendable {
    case ink, curves, confusion
  }

  /// What the curves show.
  package enum Curve: String, CaseIterable, Sendable {
    case loss, accuracy
  }

  /// No more than these are compared.
  package static let most = 6

  package var page = Page.ink
  /// Small models that show how a network comes to what it knows; they are no choice for anything else.
  package var racers: [ModelEntry] = []
  /// Whether the table is shown above the ink.
  package var hasTable = true
  /// Whether it is shown even where it leaves little room.
  var forcesTable = false
  /// The names of the chosen models, each at the place of its colour.
  package var slots = [String?](repeating: nil, count: CompareState.most)
  /// What is known of those that are loaded.
  package var models: [String: ComparedModel] = [:]
  /// Why some cannot be used.
  package var problems: [String: String] = [:]
  /// Whether models have been chosen, by hand or as a beginning.
  var hasBegun = false
  /// What each makes of the newest ink.
  package var readings: [String: Reading] = [:]
  /// The first row of the list that is seen.
  var firstRow = 0
  package var curve = Curve.loss
  /// The epoch (from 1) that is pointed at.
  package var epoch: Int?
  /// The places of the two models whose matrices are taken from each other.
  package var first = 0
  package var second = 1
  package var cell = ConfusionChart.Cell(row: 4, column: 9)
  package var hoveredCell: ConfusionChart.Cell?

  /// Nothing is chosen yet.
  package init() {}

  /// The chosen models in the order of their colours.
  package var chosen: [(slot: Int, name: String)] {
    slots.enumerated().compactMap { slot, name in name.map { (slot, $0) } }
  }

  /// Those of them that are loaded.
  package var loaded: [(slot: Int, name: String, model: ComparedModel)] {
    chosen.compactMap { slot, name in models[name].map { (slot, name, $0) } }
  }
}
