import Charts
import Graphics
import Toolkit
import Training

extension StudioState {
  /// Loss, accuracy and learning rate, and the values of an epoch.
  func curvesPage(_ parts: PerformanceLayout) -> [Element] {
    guard let figure = historyFigure, let history = performance.findings?.curves else {
      let text = "There are no curves of this model: it was not trained here, or its history was not kept."
      return head("Curves", "", of: ["history.json"], in: parts.left)
        + missing(text, in: parts.left.inset(top: PerformanceLayout.head))
    }
    var elements: [Element] = []
    if showsChart(parts) {
      let problem = performance.findings?.problem(of: ["history.json"])
      let place = parts.left
      elements.append(
        Element("performance.panel", place, PanelLook(.surface, radius: 8)))
      elements.append(
        Element(
          .history, place.inset(left: 12, top: 12, right: 8, bottom: 28), ChartLook(figure, text: epochReadOut),
          role: .area))
      let line = Rect(x: place.x + 12, y: place.maxY - 24, width: place.width - 24, height: 18)
      let words = problem?.text ?? "Left and right move the pointer, Home goes to the kept epoch"
      elements.append(
        Element("performance.detail", line, LabelLook(words, .secondary, problem == nil ? .muted : .bad)))
    }
    if showsDetails(parts) { elements += epochPanel(history, in: parts.right) }
    return elements
  }

  private func epochPanel(_ history: History, in rect: Rect) -> [Element] {
    var column = PanelColumn(in: rect)
    let kept = (history.keptEpoch ?? 0) + 1
    let epoch = min(history.epochs, max(1, performance.epoch ?? kept))
    column.add("performance.epoch", 26, LabelLook("Epoch \(epoch) of \(history.epochs)", .title))
    let source = performance.epoch == nil ? history.keptWords : "Values under the pointer"
    column.add("performance.epoch.source", 18, LabelLook(source, .secondary, .muted))
    column.gap(4)
    column.add(history.facts(of: epoch), named: "performance.epoch.fact", height: 28)
    column.gap(12)
    addControls(to: &column)
    column.gap(8)
    column.add("performance.run", 24, LabelLook("This run", .section))
    column.add(runFacts, named: "performance.run.fact", height: 28)
    return column.elements
  }

  private func addControls(to column: inout PanelColumn) {
    let value = performance.smoothing
    let range = 0.0...0.9
    column.add(
      "performance.smoothing.title", 24, FactLook(label: "Smoothing", value: NumberText.fixed(value, 2), hasLine: false)
    )
    column.add(
      .smoothing, 32, SliderLook(value: value, range: range), role: .slider(value: value, range: range, step: 0.05),
      hint: "How lazily the lines follow the values")
    column.add(.rawValues, 32, SwitchLook("Raw values behind", isOn: performance.showsRaw), role: .button)
    column.add(.logarithmic, 32, SwitchLook("Log scale for loss", isOn: performance.hasLogarithmicLoss), role: .button)
  }

  private var runFacts: [(String, String)] {
    let findings = performance.findings
    let none = NumberText.none
    let configuration = findings?.configuration
    return [
      ("Test accuracy", performance.metrics.map { NumberText.percent($0.accuracy, 2) + " %" } ?? none),
      ("Time", performance.metrics?.trainingSeconds.map(TimeText.long) ?? none),
      ("Digits to train on", configuration.map { NumberText.grouped($0.pictures) } ?? none),
      ("Optimiser", configuration.map { $0.options.optimizer.title } ?? none),
      ("Seed", configuration.map { "\($0.options.seed)" } ?? none),
    ]
  }

  /// One plain sentence about the epoch that is pointed at.
  var epochReadOut: String {
    guard let history = performance.findings?.curves else { return "" }
    let epoch = performance.epoch ?? (history.keptEpoch ?? 0) + 1
    let values = history.facts(of: epoch).map { "\($0.0.lowercased()) \($0.1)" }
    return "Epoch \(epoch): " + values.joined(separator: ", ") + "."
  }
}

extension History {
  /// Why an epoch's weights were kept.
  fileprivate var keptWords: String {
    validationLoss.isEmpty ? "The last, kept: no digits were held back" : "The best on the digits held back, kept"
  }

  /// The values of an epoch (from 1) in words.
  func facts(of epoch: Int) -> [(String, String)] {
    func text(_ values: [Double], _ write: (Double) -> String) -> String? {
      values.indices.contains(epoch - 1) ? write(values[epoch - 1]) : nil
    }
    let loss = { (value: Double) in NumberText.fixed(value, 4) }
    let share = { (value: Double) in value.isFinite ? NumberText.percent(value, 2) + " %" : NumberText.none }
    return [
      ("Validation loss", text(validationLoss, loss)), ("Validation accuracy", text(validationAccuracy, share)),
      ("Training loss", text(self.loss, loss)), ("Training accuracy", text(accuracy, share)),
      ("Learning rate", text(learningRate) { NumberText.fixed($0, 6) }),
    ].compactMap { name, value in value.map { (name, $0) } }
  }
}

extension TrainingOptions.OptimizerName {
  /// As it is written in texts.
  fileprivate var title: String {
    switch self {
    case .adam: "Adam"
    case .adamw: "AdamW"
    case .sgd: "SGD"
    case .rmsprop: "RMSprop"
    }
  }
}
