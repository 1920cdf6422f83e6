import JSONText
import Training

extension StudioState {
  /// The numbers of the performance screen as JSON: those of the model's files, unrounded.
  package var performanceValues: [(key: String, value: String)] {
    guard let findings = performance.findings else { return [] }
    switch performance.page {
    case .overview: return overviewValues
    case .confusion: return findings.metrics.map(StudioState.confusionValues) ?? []
    case .curves: return findings.curves.map(curveValues) ?? []
    case .report: return findings.metrics.map(StudioState.reportValues) ?? []
    case .mistakes: return mistakeValues
    case .data: return dataValues
    case .calibration: return findings.metrics.map(calibrationValues) ?? []
    }
  }

  private var overviewValues: [(key: String, value: String)] {
    var values: [(key: String, value: String)] = []
    if let metrics = performance.findings?.metrics {
      values = [
        ("accuracy", number(metrics.accuracy)), ("loss", number(metrics.loss)), ("count", "\(metrics.count)"),
        ("worstClassRecall", number(metrics.worstClassRecall)),
        ("worstClassPrecision", number(metrics.worstClassPrecision)),
        ("calibrationError", number(metrics.calibrationError)),
      ]
      if let seconds = metrics.trainingSeconds { values.append(("trainingSeconds", number(seconds))) }
      if let drawn = metrics.drawn { values.append(("drawnAccuracy", number(drawn.accuracy))) }
    }
    guard let model else { return values }
    return values + [
      ("parameters", "\(model.parameters)"), ("multiplyAdds", "\(model.multiplyAdds)"), ("bytes", "\(model.bytes)"),
    ]
  }

  private var mistakeValues: [(key: String, value: String)] {
    performance.tests.map { [(key: "mistakes", value: "\($0.mistakes.count)")] } ?? []
  }

  private var dataValues: [(key: String, value: String)] {
    let supports = performance.findings?.metrics.map { $0.report.classes.map { number($0.support) } } ?? []
    return supports.isEmpty ? [] : [(key: "support", value: "[" + supports.joined(separator: ",") + "]")]
  }

  private static func confusionValues(_ metrics: ModelMetrics) -> [(key: String, value: String)] {
    let rows = metrics.confusion.map { "[" + $0.map(String.init).joined(separator: ",") + "]" }
    return [("confusion", "[" + rows.joined(separator: ",") + "]"), ("count", "\(metrics.count)")]
  }

  private func curveValues(_ history: History) -> [(key: String, value: String)] {
    let epoch = performance.epoch ?? (history.keptEpoch ?? 0) + 1
    let curves = [
      ("loss", history.loss), ("accuracy", history.accuracy), ("val_loss", history.validationLoss),
      ("val_accuracy", history.validationAccuracy), ("learning_rate", history.learningRate),
    ]
    let values = curves.filter { $0.1.indices.contains(epoch - 1) }.map { (key: $0.0, value: number($0.1[epoch - 1])) }
    return [("epochs", "\(history.epochs)"), ("epoch", "\(epoch)")] + values
  }

  private static func reportValues(_ metrics: ModelMetrics) -> [(key: String, value: String)] {
    func row(_ line: ClassReport) -> String {
      JSONWriter.object([
        ("precision", number(line.precision)), ("recall", number(line.recall)), ("f1-score", number(line.f1Score)),
        ("support", number(line.support)),
      ])
    }
    return metrics.report.classes.enumerated().map { (key: "\($0)", value: row($1)) } + [
      ("accuracy", number(metrics.report.accuracy)), ("macro avg", row(metrics.report.macroAverage)),
      ("weighted avg", row(metrics.report.weightedAverage)),
    ]
  }

  private func calibrationValues(_ metrics: ModelMetrics) -> [(key: String, value: String)] {
    var values: [(key: String, value: String)] = [("calibrationError", number(metrics.calibrationError))]
    if let index = performance.rejection, metrics.rejection.indices.contains(index) {
      let point = metrics.rejection[index]
      values += [
        ("threshold", number(point.threshold)), ("accepted", number(point.accepted)),
        ("accuracy", number(point.accuracy)),
      ]
    }
    return values
  }
}

/// A number of JSON; what JSON has no number for is null.
private func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "null" }
