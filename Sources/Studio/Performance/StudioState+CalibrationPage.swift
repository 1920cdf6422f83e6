import Charts
import Graphics
import Toolkit
import Training

extension StudioState {
  /// Confidence against accuracy, and what a threshold would do.
  func calibrationPage(_ parts: PerformanceLayout) -> [Element] {
    let metrics = performance.metrics
    let detail = metrics.map { metrics in
      "Confidence and accuracy differ by \(NumberText.percent(metrics.calibrationError, 2)) %."
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
          .reliability, parts.left.inset(top: PerformanceLayout.head), ChartLook(chart, text: binReadOut), role: .area,
          cursor: .hand))
    }
    guard showsDetails(parts) else { return elements }
    if let choice = performance.choice { return elements + listPanel(choice, in: parts.right, parts, closes: true) }
    return elements + thresholdPanel(metrics, in: parts.right)
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
      column.addLink(
        .acceptedMistakes, 28,
        FactLook(
          label: "Of these wrong", value: NumberText.grouped(metrics.wrongCount(at: metrics.rejection[index])),
          hasLine: false),
        hint: "Show them")
      column.gap(16)
    }
    return column.elements + bins(below: column)
  }

  private func bins(below column: PanelColumn) -> [Element] {
    let place = Rect(x: column.x, y: column.y, width: column.width, height: column.limit - column.y)
    guard let table = fittedBins(place.size) else { return [] }
    let row = performance.bin ?? performance.choice?.bin
    let mark = row.map {
      Element("performance.hover.box", table.ground(ofRow: $0, in: place), RowMarkLook(isChosen: false))
    }
    let isMarked = row.map { table.ground(ofRow: $0, in: place).maxY <= place.maxY } ?? false
    return (isMarked ? [mark].compactMap(\.self) : []) + [
      Element(.bins, place, ChartLook(table, text: "\(table.rows.count) bins"), role: .area, cursor: .hand)
    ]
  }

  private func fittedBins(_ size: Size) -> Table? {
    guard let table = binTable, size.height >= Table.headHeight + 16 * Double(table.rows.count) else { return nil }
    return table.fitted(to: size.height, rows: 16...28)
  }

  /// The bin whose row is at a place of the table.
  func binRow(at place: Point, in size: Size) -> Int? { fittedBins(size)?.row(at: place, in: size) }

  /// One plain sentence about the bin that is pointed at.
  var binReadOut: String {
    guard let metrics = performance.metrics else { return "" }
    guard let index = performance.bin ?? performance.choice?.bin, metrics.reliability.indices.contains(index) else {
      return "Left and right walk the bins, Enter shows their digits."
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
    return [
      ("Threshold", NumberText.percent(point.threshold) + " %"),
      ("Answers accepted", NumberText.percent(point.accepted, 2) + " %"),
      ("Of these right", NumberText.percent(point.accuracy, 2) + " %"),
      ("Digits accepted", NumberText.grouped(accepted)),
    ]
  }

  /// How many wrong answers would be accepted.
  fileprivate func wrongCount(at point: RejectionPoint) -> Int {
    Int((point.accepted * (1 - point.accuracy) * Double(count)).rounded())
  }
}
