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
    guard let report = performance.findings?.metrics?.report else { return nil }
    func row(_ name: String, _ line: ClassReport) -> [String] {
      [name] + [line.precision, line.recall, line.f1Score].map { NumberText.percent($0, 2) }
        + [NumberText.grouped(Int(line.support.rounded()))]
    }
    let rows =
      report.classes.enumerated().map { row("Digit \($0)", $1) }
      + [row("Mean of the digits", report.macroAverage), row("Mean by support", report.weightedAverage)]
    let heads = ["Precision, %", "Recall, %", "F1, %", "Support"].map { Table.Column($0) }
    return Table(columns: [Table.Column("Written", isNumber: false)] + heads, rows: rows)
  }

  /// The layers of the network from a row on.
  var layerTable: Table? {
    guard let model, !model.layers.isEmpty else { return nil }
    let columns =
      [Table.Column("Layer", isNumber: false)] + ["Gives", "Parameters", "Multiply-adds"].map { Table.Column($0) }
    let rows = model.layers.dropFirst(performance.firstLayer).map { layer in
      [
        layer.text, "\(layer.output)", NumberText.grouped(layer.parameters), NumberText.grouped(layer.multiplyAdds),
      ]
    }
    return Table(columns: columns, rows: Array(rows))
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
