import JSONText
import Training

extension StudioState {
  /// The numbers of the performance screen as JSON, unrounded: those of the model's files, or those measured now.
  package var performanceValues: [(key: String, value: String)] {
    guard performance.findings != nil else { return [] }
    let metrics = performance.metrics
    let figures =
      switch performance.page {
      case .overview: overviewValues
      case .confusion: metrics.map(StudioState.confusionValues) ?? []
      case .curves: performance.findings?.curves.map(curveValues) ?? []
      case .report: metrics.map(StudioState.reportValues) ?? []
      case .mistakes: mistakeValues
      case .data: dataValues
      case .calibration: metrics.map(calibrationValues) ?? []
      }
    return figures + [(key: "measured", value: "\(performance.isMeasured)")] + listValues + runValues
  }

  /// What is listed, and the digit that is chosen there.
  private var listValues: [(key: String, value: String)] {
    guard let tests = performance.tests, let choice = listedChoice else { return [] }
    let digits = listedDigits
    var values = [(key: "list", value: JSONWriter.string(choice.word)), (key: "listed", value: "\(digits.count)")]
    guard let digit = chosenDigit(of: digits) else { return values }
    let answer = tests.answers[digit]
    values += [
      ("digit", "\(digit)"), ("written", "\(answer.written)"), ("read", "\(answer.read)"),
      ("confidence", number(answer.confidence)),
    ]
    return values
  }

  /// Whether the test digits are being read, or how long that took, or why not.
  private var runValues: [(key: String, value: String)] {
    if performance.run != nil { return [("running", "true")] }
    if let trouble = performance.testTrouble { return [("trouble", JSONWriter.string(trouble.title))] }
    return performance.tests.map { [("seconds", number($0.time.milliseconds / 1e3))] } ?? []
  }

  private var overviewValues: [(key: String, value: String)] {
    var values: [(key: String, value: String)] = []
    if let metrics = performance.metrics {
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
    performance.tests.map { [(key: "mistakes", value: "\($0.indices(of: .mistakes).count)")] } ?? []
  }

  private var dataValues: [(key: String, value: String)] {
    let supports = performance.metrics.map { $0.report.classes.map { number($0.support) } } ?? []
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
    let bins = metrics.reliability.map { bin in
      JSONWriter.object([
        ("low", number(bin.low)), ("high", number(bin.high)), ("count", "\(bin.count)"),
        ("confidence", number(bin.confidence)), ("accuracy", number(bin.accuracy)),
      ])
    }
    var values: [(key: String, value: String)] = [
      ("calibrationError", number(metrics.calibrationError)), ("reliability", "[" + bins.joined(separator: ",") + "]"),
    ]
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
