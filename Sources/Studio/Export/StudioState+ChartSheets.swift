import Charts
import Graphics
import NeuralNet
import Recognition
import Reports
import Training

extension StudioState {
  /// A chart of this moment, ready to be written; nil where there is none yet.
  package func chartSheet(_ item: ExportItem) -> ChartSheet? {
    switch item {
    case .drawing, .report: nil
    case .probabilities: probabilitySheet
    case .layers: layerSheet
    case .curves: curveSheet
    case .mistakes: mistakeSheet
    case .samples: sampleSheet
    case .figures, .confusion, .classes, .calibration, .thresholds, .distribution:
      performance.metrics.flatMap { sheet(item, of: $0) }
    }
  }

  private func heading(_ title: String, _ detail: String = "") -> Heading {
    Heading(title: title, detail: detail, note: "Model \(model?.name ?? "")")
  }

  private func sheet(_ item: ExportItem, of metrics: ModelMetrics) -> ChartSheet? {
    let tested = NumberText.counted(metrics.count, "test digit", "test digits")
    switch item {
    case .figures: return figureSheet(metrics)
    case .confusion: return confusionSheet(metrics, tested)
    case .classes:
      let table = Table.classes(metrics.report)
      return ChartSheet(
        heading("Report by digit", "Accuracy \(NumberText.percent(metrics.accuracy, 2)) % of \(tested)."),
        size: table.size(width: 632), numbers: .classes(metrics.report)
      ) { _ in table }
    case .calibration: return calibrationSheet(metrics, tested)
    case .thresholds: return thresholdSheet(metrics, tested)
    case .distribution: return distributionSheet(metrics)
    default: return nil
    }
  }

  private func confusionSheet(_ metrics: ModelMetrics, _ tested: String) -> ChartSheet {
    let chart = ConfusionChart(counts: metrics.confusion, measure: performance.measure)
    let (right, wrong) = (metrics.rightCount, metrics.count - metrics.rightCount)
    return ChartSheet(
      heading(
        "Confusion on \(tested)",
        "\(NumberText.grouped(right)) right, \(NumberText.grouped(wrong)) wrong. Recall and precision in per cent."),
      size: Size(width: 614, height: 600), numbers: .confusion(metrics.confusion)
    ) { _ in chart }
  }

  private func figureSheet(_ metrics: ModelMetrics) -> ChartSheet {
    let rows = overviewFacts.map { [$0.label, $0.value] }
    let table = Table(
      columns: [Table.Column("Figure", isNumber: false), Table.Column("Value")], rows: rows)
    return ChartSheet(
      heading("Key figures", metrics.data.map { "Measured on the test digits of \($0)." } ?? ""),
      size: table.size(width: 520), numbers: figureNumbers(metrics)
    ) { _ in table }
  }

  private func figureNumbers(_ metrics: ModelMetrics) -> NumberTable {
    let time = (recogniseTime ?? performance.answerTime)?.milliseconds
    let values: [(String, Double?)] = [
      ("accuracy", metrics.accuracy), ("loss", metrics.loss), ("worstClassRecall", metrics.worstClassRecall),
      ("worstClassPrecision", metrics.worstClassPrecision), ("calibrationError", metrics.calibrationError),
      ("drawnAccuracy", metrics.drawn?.accuracy), ("trainingSeconds", metrics.trainingSeconds),
      ("millisecondsPerAnswer", time),
    ]
    let counts: [(String, Int?)] = [
      ("count", metrics.count), ("parameters", model?.parameters), ("multiplyAdds", model?.multiplyAdds),
      ("bytes", model?.bytes),
    ]
    let rows =
      values.compactMap { name, value in value.map { [NumberTable.Cell.text(name), .value($0)] } }
      + counts.compactMap { name, count in count.map { [.text(name), .count($0)] } }
    return NumberTable(columns: ["figure", "value"], rows: rows)
  }

  private func calibrationSheet(_ metrics: ModelMetrics, _ tested: String) -> ChartSheet? {
    guard !metrics.reliability.isEmpty else { return nil }
    let bins = metrics.reliability
    let error = NumberText.percent(metrics.calibrationError, 2)
    return ChartSheet(
      heading(
        "Calibration on \(tested)",
        "Mean distance between confidence and accuracy \(error) %, over \(bins.count) bins."),
      size: Size(width: 660, height: 430), numbers: .reliability(bins)
    ) { _ in CalibrationFigure(bins: bins) }
  }

  private func thresholdSheet(_ metrics: ModelMetrics, _ tested: String) -> ChartSheet? {
    guard !metrics.rejection.isEmpty else { return nil }
    let chart = RejectionChart(points: metrics.rejection)
    return ChartSheet(
      heading("If only sure answers are accepted", "\(tested.capitalisedFirst) and every threshold."),
      size: Size(width: 632, height: 420), numbers: .rejection(metrics.rejection)
    ) { _ in chart }
  }

  private func distributionSheet(_ metrics: ModelMetrics) -> ChartSheet {
    let tested = metrics.report.classes.map { Int($0.support.rounded()) }
    let trained = performance.tests?.trainingCounts
    let columns = ["digit", "test"] + (trained == nil ? [] : ["training"])
    let rows = tested.indices.map { digit in
      [NumberTable.Cell.count(digit), .count(tested[digit])] + (trained.map { [.count($0[digit])] } ?? [])
    }
    return ChartSheet(
      heading("Digits by class"), size: Size(width: 632, height: trained == nil ? 230 : 440),
      numbers: NumberTable(columns: columns, rows: rows)
    ) { _ in
      DistributionFigure([
        .init("Test digits", tested, series: 0), .init("MNIST digits to train on", trained ?? [], series: 1),
      ])
    }
  }

  private var layerSheet: ChartSheet? {
    guard let layers = model?.layers, !layers.isEmpty else { return nil }
    let table = Table.layers(layers)
    return ChartSheet(
      heading("The network, layer by layer", NumberText.counted(layers.count, "layer", "layers") + "."),
      size: table.size(width: 632), numbers: .layers(layers)
    ) { _ in table }
  }

  private var curveSheet: ChartSheet? {
    guard var figure = historyFigure else { return nil }
    figure.pointer = nil
    let shown = figure
    return ChartSheet(
      heading("Training history", NumberText.counted(figure.history.epochs, "epoch", "epochs") + "."),
      size: Size(width: 680, height: 560), numbers: .history(figure.history)
    ) { _ in shown }
  }
}

extension Table {
  /// The room that all rows need in a width.
  func size(width: Double) -> Size {
    let needed = neededWidths.reduce(0, +) + 16 * Double(max(0, columns.count - 1))
    return Size(width: max(width, needed), height: Table.headHeight + rowHeight * Double(rows.count))
  }
}
