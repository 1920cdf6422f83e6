import Charts
import Graphics
import Toolkit
import Training

extension StudioState {
  /// Confidence against accuracy, and what a threshold would do.
  func calibrationPage(_ parts: PerformanceLayout) -> [Element] {
    let metrics = performance.findings?.metrics
    let detail = metrics.map { metrics in
      "Mean distance between confidence and accuracy \(NumberText.percent(metrics.calibrationError, 2)) %, "
        + "over \(metrics.reliability.count) bins."
    }
    guard let chart = reliabilityChart, let metrics else {
      return head("Calibration", "", of: ["metrics.json"], in: parts.left)
        + missing("It is not known how sure this model is.", in: parts.left.inset(top: PerformanceLayout.head))
    }
    var elements: [Element] = []
    if showsChart(parts) {
      elements += head("Does it know how sure it is?", detail ?? "", of: ["metrics.json"], in: parts.left)
      elements.append(
        Element(
          .reliability, parts.left.inset(top: PerformanceLayout.head), ChartLook(chart, text: binReadOut), role: .area))
    }
    if showsDetails(parts) { elements += thresholdPanel(metrics, in: parts.right) }
    return elements
  }

  private func thresholdPanel(_ metrics: ModelMetrics, in rect: Rect) -> [Element] {
    var column = PanelColumn(in: rect)
    column.add("performance.threshold.title", 26, LabelLook("Only sure answers", .title))
    if let index = performance.rejection, metrics.rejection.indices.contains(index) {
      let range = 0...Double(max(1, metrics.rejection.count - 1))
      column.add(
        "performance.threshold.words", 22,
        LabelLook("Answers below the threshold would be refused.", .secondary, .muted))
      column.gap(8)
      column.add(
        .rejection, 44, SliderLook(value: Double(index), range: range),
        role: .slider(value: Double(index), range: range, step: 1), hint: "From which confidence an answer is accepted")
      column.add(metrics.facts(of: metrics.rejection[index]), named: "performance.threshold.fact", height: 28)
      column.gap(16)
    }
    let table = binTable(metrics)
    let room = (column.limit - column.y - Table.headHeight) / Double(max(1, table.rows.count))
    guard room >= 16 else { return column.elements }
    var fitted = table
    fitted.rowHeight = max(16, min(28, room.rounded(.down)))
    column.add("performance.bins", column.limit - column.y, ChartLook(fitted, text: "\(table.rows.count) bins"))
    return column.elements
  }

  private func binTable(_ metrics: ModelMetrics) -> Table {
    let rows = metrics.reliability.map { bin in
      [
        NumberText.grouped(bin.count), NumberText.answered(bin.confidence, 2), NumberText.percent(bin.accuracy, 2),
        NumberText.percent(bin.accuracy - bin.confidence, 2),
      ]
    }
    return Table(
      columns: ["Digits", "Confidence, %", "Right, %", "Difference"].map { Table.Column($0) }, rows: rows)
  }

  /// One plain sentence about the bin that is pointed at.
  var binReadOut: String {
    guard let metrics = performance.findings?.metrics else { return "" }
    guard let index = performance.bin, metrics.reliability.indices.contains(index) else {
      return "Left and right walk the bins."
    }
    let bin = metrics.reliability[index]
    return
      "\(NumberText.counted(bin.count, "digit", "digits")) with confidence \(NumberText.answered(bin.confidence, 2)) %: "
      + "\(NumberText.percent(bin.accuracy, 2)) % right."
  }
}

extension ModelMetrics {
  /// What would happen at a point of the curve, in words.
  fileprivate func facts(of point: RejectionPoint) -> [(String, String)] {
    let accepted = Int((point.accepted * Double(count)).rounded())
    let wrong = Int((point.accepted * (1 - point.accuracy) * Double(count)).rounded())
    return [
      ("Threshold", NumberText.percent(point.threshold) + " %"),
      ("Answers accepted", NumberText.percent(point.accepted, 2) + " %"),
      ("Of these right", NumberText.percent(point.accuracy, 2) + " %"),
      ("Digits accepted", NumberText.grouped(accepted)), ("Of these wrong", NumberText.grouped(wrong)),
    ]
  }
}
