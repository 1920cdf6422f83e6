import Charts
import NeuralNet
import Training

extension ReportContents {
  /// What stands large on the first page.
  var keyFigures: [KeyFigures.Figure] {
    let classes = metrics.report.classes
    var figures = [
      KeyFigures.Figure(
        value: NumberText.percent(metrics.accuracy, 2), unit: "%", meaning: "read right",
        detail: "loss \(NumberText.fixed(metrics.loss, 4))")
    ]
    if let worst = worstDigit {
      figures.append(
        KeyFigures.Figure(
          value: NumberText.percent(classes[worst].recall, 2), unit: "%", meaning: "of the worst digit, \(worst)",
          detail: "least precision \(NumberText.percent(metrics.worstClassPrecision, 2)) %"))
    }
    figures.append(
      KeyFigures.Figure(
        value: NumberText.percent(metrics.calibrationError, 2), unit: "%", meaning: "calibration error",
        detail: "over \(metrics.reliability.count) bins"))
    if let drawn = metrics.drawn {
      figures.append(
        KeyFigures.Figure(
          value: NumberText.percent(drawn.accuracy, 2), unit: "%", meaning: "of drawings",
          detail: NumberText.counted(drawn.count, "digit", "digits") + " of others"))
    }
    return figures
  }

  /// What the model is.
  var facts: [(name: String, value: String)] {
    var facts = [
      ("Learned values", NumberText.grouped(parameters)),
      ("Multiply-adds for one digit", NumberText.grouped(multiplyAdds)),
      ("Size of the weights", NumberText.fixed(Double(bytes) / 1e6, 1) + " MB"),
    ]
    if let time = answerTime?.components {
      let milliseconds = Double(time.seconds) * 1e3 + Double(time.attoseconds) / 1e15
      facts.append(("Time per answer, here", NumberText.fixed(milliseconds, milliseconds < 1 ? 2 : 1) + " ms"))
    }
    if let seconds = metrics.trainingSeconds { facts.append(("Training time", DecimalText.duration(seconds))) }
    if let epochs = history?.epochs, epochs > 0 { facts.append(("Epochs", NumberText.grouped(epochs))) }
    if let configuration {
      facts.append(("Digits to train on", NumberText.grouped(configuration.pictures)))
      facts.append(("Made with", configuration.program))
    }
    return facts.map { (name: $0.0, value: $0.1) }
  }

  /// How the training was set.
  var trainingFacts: [(name: String, value: String)] {
    guard let configuration else { return [] }
    let options = configuration.options
    let kept = history?.keptEpoch.map { "\($0 + 1)" } ?? NumberText.none
    return [
      ("Optimiser", options.optimizer.rawValue), ("Learning rate", "\(options.learningRate)"),
      ("Schedule", options.schedule.rawValue), ("Batch", "\(options.batch)"),
      ("Epoch that was kept", kept), ("Precision", options.precision.rawValue),
      ("Augmentation", options.augment ? "on" : "off"), ("Seed", "\(options.seed)"),
    ]
  }

  /// The three most frequent mistakes in words.
  var confusionWords: String {
    let most = confusions.prefix(3).map {
      "\($0.written) as \($0.read) (\(NumberText.counted($0.count, "time", "times")))"
    }
    guard !most.isEmpty else { return "" }
    return
      "Most often it read \(most.joined(separator: ", ")). Recall at the right and precision below are in per cent."
  }

  /// What a few thresholds would do.
  var thresholdTable: Table {
    let wanted = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999]
    let points = wanted.compactMap { threshold in metrics.rejection.first { abs($0.threshold - threshold) < 1e-6 } }
    let rows = points.map { point in
      let accepted = point.accepted * Double(metrics.count)
      return [
        NumberText.percent(point.threshold), NumberText.percent(point.accepted, 2),
        NumberText.percent(point.accuracy, 2), NumberText.grouped(whole(accepted)),
        NumberText.grouped(whole(accepted * (1 - point.accuracy))),
      ]
    }
    let heads = ["Sure from, %", "Accepted, %", "Of these right, %", "Accepted", "Of these wrong"]
    return Table(columns: heads.map { Table.Column($0) }, rows: rows, rowHeight: 24)
  }

  /// A count that may come from a file; what cannot be one is 0.
  private func whole(_ value: Double) -> Int { (0...1e15).contains(value) ? Int(value.rounded()) : 0 }

  /// Where the digits come from.
  var credits: [String] {
    var texts: [String] = []
    if let configuration {
      texts.append(
        "Trained on \(configuration.dataset), \(NumberText.counted(configuration.pictures, "digit", "digits")).")
    }
    texts.append("Tested on \(tested), \(NumberText.counted(metrics.count, "digit", "digits")).")
    let names = tested + (configuration?.dataset ?? "")
    if names.contains("MNIST") {
      texts.append(
        "MNIST was made by Yann LeCun, Corinna Cortes and Christopher J. C. Burges from NIST's Special Databases 1 and 3 "
          + "and is licensed CC BY-SA 3.0.")
    }
    return texts + (configuration?.credits ?? [])
  }
}
