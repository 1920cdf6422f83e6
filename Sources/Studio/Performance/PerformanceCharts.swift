import Charts
import NeuralNet
import Reports
import Training

extension StudioState {
  /// The matrix as it is shown now.
  var confusionChart: ConfusionChart? {
    guard let metrics = performance.findings?.metrics else { return nil }
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
    guard let metrics = performance.findings?.metrics, !metrics.reliability.isEmpty else { return nil }
    var chart = ReliabilityChart(
      bins: metrics.reliability.map {
        .init(low: $0.low, high: $0.high, count: $0.count, confidence: $0.confidence, accuracy: $0.accuracy)
      })
    chart.pointer = performance.bin
    return chart
  }

  /// Precision, recall, F1 and support of every digit, and the averages.
  var reportTable: Table? {
    performance.findings?.metrics.map { .classes($0.report) }
  }

  /// The layers of the network from a row on.
  var layerTable: Table? {
    guard let model, !model.layers.isEmpty else { return nil }
    return .layers(model.layers.dropFirst(performance.firstLayer))
  }
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
