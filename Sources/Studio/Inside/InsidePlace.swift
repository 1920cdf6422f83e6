/// A value inside the network: a pixel of a map of a strip, all counted from 0.
package struct InsidePlace: Equatable, Hashable, Sendable {
  package var stage: Int
  package var map: Int
  package var row: Int
  package var column: Int

  /// Takes everything as it is.
  package init(stage: Int, map: Int, row: Int = 0, column: Int = 0) {
    (self.stage, self.map, self.row, self.column) = (stage, map, row, column)
  }

  /// The value in the middle of a map.
  static func middle(ofMap map: Int, stage: Int, of stages: [InsideStage]) -> InsidePlace? {
    guard stages.indices.contains(stage) else { return nil }
    return InsidePlace(stage: stage, map: map, row: stages[stage].rows / 2, column: stages[stage].columns / 2)
      .inside(stages)
  }

  /// The nearest place that `stages` have; nil where there are none.
  package func inside(_ stages: [InsideStage]) -> InsidePlace? {
    guard !stages.isEmpty else { return nil }
    let stage = min(max(self.stage, 0), stages.count - 1)
    return InsidePlace(
      stage: stage, map: min(max(map, 0), stages[stage].maps - 1), row: min(max(row, 0), stages[stage].rows - 1),
      column: min(max(column, 0), stages[stage].columns - 1))
  }
}
