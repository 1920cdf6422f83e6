import Charts
import Graphics
import NeuralNet
import Reports
import Training

extension StudioState {
  /// The matrix as it is shown now.
  var confusionChart: ConfusionChart? {
    guard let metrics = performance.metrics else { return nil }
    var chart = ConfusionChart(counts: metrics.confusion, measure: performance.measure)
    (chart.selected, chart.hovered) = (performance.cell, performance.hoveredCell)
    return chart
  }

  /// The curves as they are shown now.
  var historyFigure: HistoryFigure? {
    guard let history = performance.findings?.curves else { return nil }
    var figure = HistoryFigure(history: history)
    figure.pointer = performance.epoch
    (figure.smoothing, figure.showsRaw) = (performance.smoothing, performance.showsRaw)
    figure.hasLogarithmicLoss = performance.hasLogarithmicLoss
    return figure
  }

  /// The reliability diagram as it is shown now.
  var reliabilityChart: ReliabilityChart? {
    guard let metrics = performance.metrics, !metrics.reliability.isEmpty else { return nil }
    var chart = ReliabilityChart(
      bins: metrics.reliability.map {
        .init(low: $0.low, high: $0.high, count: $0.count, confidence: $0.confidence, accuracy: $0.accuracy)
      })
    chart.pointer = performance.bin ?? performance.choice?.bin
    return chart
  }

  /// Precision, recall, F1 and support of every digit, and the averages.
  var reportTable: Table? {
    performance.metrics.map { .classes($0.report) }
  }

  /// How many test digits there are of each kind.
  var testedChart: ColumnChart? {
    performance.metrics.map { metrics in
      countChart("Test digits", metrics.report.classes.map { Int($0.support.rounded()) }, series: 0)
    }
  }

  /// How many test digits of each kind are read as another one.
  var wrongChart: ColumnChart? {
    performance.metrics.map { metrics in
      let counts = metrics.confusion.enumerated().map { row, cells in cells.reduce(0, +) - cells[row] }
      return countChart("Read wrong, by digit", counts, series: 0)
    }
  }

  /// A column for each digit.
  func countChart(_ title: String, _ counts: [Int], series: Int) -> ColumnChart {
    ColumnChart(
      title: title, note: NumberText.counted(counts.reduce(0, +), "digit", "digits"),
      columns: counts.enumerated().map { .init(name: "\($0)", count: $1) }, style: theme.series[series])
  }

  /// Counts, confidence and accuracy of the bins.
  var binTable: Table? {
    guard let metrics = performance.metrics, !metrics.reliability.isEmpty else { return nil }
    let rows = metrics.reliability.map { bin in
      [
        NumberText.grouped(bin.count), NumberText.answered(bin.confidence, 2), NumberText.percent(bin.accuracy, 2),
        NumberText.percent(bin.accuracy - bin.confidence, 2),
      ]
    }
    return Table(
      columns: ["Digits", "Confidence, %", "Right, %", "Difference"].map { Table.Column($0) }, rows: rows)
  }

  /// The layers of the network from a row on.
  var layerTable: Table? {
    guard let model, !model.layers.isEmpty else { return nil }
    return .layers(model.layers.dropFirst(performance.firstLayer))
  }
}

extension DigitChoice {
  /// The bin that it means.
  var bin: Int? { if case .bin(let bin, _) = self { bin } else { nil } }
}

extension ModelMetrics {
  /// The cell beside the diagonal with most digits.
  var mostFrequentMistake: ConfusionChart.Cell? {
    let cells = confusion.indices.flatMap { row in
      confusion.indices.filter { $0 != row }.map { ConfusionChart.Cell(row: row, column: $0) }
    }
    return cells.max { confusion[$0.row][$0.column] < confusion[$1.row][$1.column] }
  }
}
