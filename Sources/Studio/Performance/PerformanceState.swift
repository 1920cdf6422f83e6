package import Charts
package import Training

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
  /// Whether the figures are those of `tests` instead of those that the files say.
  package var isMeasured = false
  /// Why the test digits cannot be shown.
  package var testTrouble: DigitTrouble?
  /// The reading of the test digits that is under way.
  package var run: DigitRun?
  /// How many there were so far.
  var runCount = 0
  /// Which digits are listed beside a chart, where the page itself does not say.
  package var choice: DigitChoice?
  /// The place of the chosen picture among those that are listed, and the first row that is seen.
  package var image = 0
  package var firstImageRow = 0
  /// Whether what augmentation makes of digits is shown.
  package var showsAugmented = false
  package var measure = ConfusionChart.Measure.counts
  package var cell = ConfusionChart.Cell(row: 4, column: 9)
  package var hoveredCell: ConfusionChart.Cell?
  /// The row of the report under the pointer.
  var hoveredRow: Int?
  /// The epoch (from 1) that is pointed at.
  package var epoch: Int?
  package var smoothing = 0.0
  package var showsRaw = true
  package var hasLogarithmicLoss = true
  /// The chosen point of the curve of refused answers.
  package var rejection: Int?
  package var bin: Int?
  /// What a wheel was turned by beyond whole rows.
  var restOfNotch = 0.0
  /// The first row of the layer table that is seen.
  package var firstLayer = 0

  /// The figures that are shown: those measured now, else those of the file.
  package var metrics: ModelMetrics? {
    guard isMeasured, let tests else { return findings?.metrics }
    return tests.metrics.completed(by: findings?.metrics)
  }

  /// Nothing is known yet.
  package init() {}
}

extension ModelMetrics {
  /// The same with what `stored` says about the run that made the model.
  func completed(by stored: ModelMetrics?) -> ModelMetrics {
    var metrics = self
    (metrics.arch, metrics.parameters, metrics.multiplyAdds) = (
      stored?.arch, stored?.parameters, stored?.multiplyAdds
    )
    (metrics.trainingSeconds, metrics.seed, metrics.drawn) = (stored?.trainingSeconds, stored?.seed, stored?.drawn)
    return metrics
  }
}
