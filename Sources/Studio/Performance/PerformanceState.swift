package import Charts

/// What the performance screen shows.
package struct PerformanceState: Equatable {
  package var page = PerformancePage.overview
  /// What the files of the model say; nil until they are read.
  package var findings: ModelFindings?
  /// The directory whose files have been asked for.
  var askedDirectory: String?
  /// The median time of an answer on this machine, where nothing was drawn yet.
  package var answerTime: Duration?
  /// Whether a small window shows what else stands beside the chart.
  package var isOpen = false
  /// What the model reads in the test digits; nil until it has been asked, or where they are not here.
  package var tests: TestAnswers?
  /// Why the test digits cannot be shown.
  package var testTrouble: String?
  /// Whether they have been asked for.
  var hasAskedTests = false
  /// The place of the chosen picture among those that are listed.
  package var image = 0
  package var measure = ConfusionChart.Measure.counts
  package var cell = ConfusionChart.Cell(row: 4, column: 9)
  package var hoveredCell: ConfusionChart.Cell?
  /// The epoch (from 1) that is pointed at.
  package var epoch: Int?
  package var smoothing = 0.0
  package var showsRaw = true
  package var hasLogarithmicLoss = true
  /// The chosen point of the curve of refused answers.
  package var rejection: Int?
  package var bin: Int?
  /// The first row of the layer table that is seen.
  package var firstLayer = 0

  /// Nothing is known yet.
  package init() {}
}
