import Charts
import Graphics
import Toolkit
import Training

extension StudioState {
  /// The matrix, and what is known of the open cell.
  func confusionPage(_ parts: PerformanceLayout) -> [Element] {
    (showsChart(parts) ? matrix(in: parts.left) : []) + (showsDetails(parts) ? cellPanel(in: parts.right, parts) : [])
  }

  private func matrix(in rect: Rect) -> [Element] {
    let metrics = performance.metrics
    let title = metrics.map { "Confusion on \(NumberText.counted($0.count, "test digit", "test digits"))" }
    let detail = metrics.map { metrics in
      let (right, wrong) = (metrics.rightCount, metrics.count - metrics.rightCount)
      return "\(NumberText.grouped(right)) right, \(NumberText.grouped(wrong)) wrong. Recall and precision in per cent."
    }
    let head = head(title ?? "Confusion", detail ?? "", of: ["metrics.json"], in: rect, reserved: 176)
    let place = rect.inset(top: PerformanceLayout.head)
    guard let chart = confusionChart else {
      return head + missing("There is no matrix of this model.", in: place)
    }
    return head + measures(in: rect) + [
      Element(.matrix, place, ChartLook(chart, text: cellReadOut), role: .area, cursor: .hand)
    ]
  }

  private func measures(in rect: Rect) -> [Element] {
    let box = Rect(x: rect.maxX - 160, y: rect.y, width: 160, height: 36)
    let isCounts = performance.measure == .counts
    let left = Rect(x: box.x, y: box.y, width: 80, height: box.height)
    let right = Rect(x: left.maxX, y: box.y, width: 80, height: box.height)
    return [
      Element("performance.measure", box, PanelLook(.control, radius: 8)),
      Element(
        .countMeasure, left, SegmentLook("Counts", isChosen: isCounts),
        role: .choice(group: "performance.measure", isChosen: isCounts), hint: "How many digits", cursor: .hand),
      Element(
        .shareMeasure, right, SegmentLook("Per row", isChosen: !isCounts),
        role: .choice(group: "performance.measure", isChosen: !isCounts),
        hint: "Per cent of the digits that were written so", cursor: .hand),
    ]
  }

  private func cellPanel(in rect: Rect, _ parts: PerformanceLayout) -> [Element] {
    guard let metrics = performance.metrics else { return absentDigits(in: rect.inset(by: 24)) }
    let cell = performance.cell
    guard performance.tests == nil || metrics.confusion[cell.row][cell.column] == 0 else {
      return listPanel(.cell(written: cell.row, read: cell.column), in: rect, parts, closes: false)
    }
    let inner = rect.inset(by: parts.isSingle ? 12 : 24)
    var column = PanelColumn(in: inner)
    let choice = DigitChoice.cell(written: cell.row, read: cell.column)
    column.add("performance.list.title", 26, LabelLook(choice.title, Font(size: 20, weight: .bold)))
    column.add("performance.list.detail", 22, LabelLook(metrics.share(of: cell), .secondary, .muted))
    column.gap(12)
    column.add(facts(of: cell, metrics), named: "performance.cell.fact")
    let free = Rect(x: inner.x, y: column.y + 8, width: inner.width, height: max(0, inner.maxY - column.y - 8))
    return [Element("performance.panel", rect, PanelLook(.surface, radius: 8), role: .panel)] + column.elements
      + (performance.tests == nil ? absentDigits(in: free) : [])
  }

  private func facts(of cell: ConfusionChart.Cell, _ metrics: ModelMetrics) -> [(String, String)] {
    let (written, read) = (metrics.report.classes[cell.row], metrics.report.classes[cell.column])
    return [
      ("Recall of \(cell.row)", NumberText.percent(written.recall, 2) + " %"),
      ("Precision of \(cell.column)", NumberText.percent(read.precision, 2) + " %"),
      ("\(cell.column) read as \(cell.row)", NumberText.grouped(metrics.confusion[cell.column][cell.row])),
    ]
  }

  /// One plain sentence about the cell under the pointer, else about the open one.
  var cellReadOut: String {
    guard let metrics = performance.metrics else { return "" }
    let cell = performance.hoveredCell ?? performance.cell
    let count = metrics.confusion[cell.row][cell.column]
    return "Cell: written \(cell.row), read as \(cell.column): \(NumberText.counted(count, "digit", "digits"))."
  }
}

extension ModelMetrics {
  private static let plurals = [
    "zeros", "ones", "twos", "threes", "fours", "fives", "sixes", "sevens", "eights", "nines",
  ]

  /// "12 of 982 fours, 1.2 % of the row".
  func share(of cell: ConfusionChart.Cell) -> String {
    let total = confusion[cell.row].reduce(0, +)
    let count = confusion[cell.row][cell.column]
    let share = total == 0 ? NumberText.none : NumberText.percent(Double(count) / Double(total))
    let name = ModelMetrics.plurals[cell.row]
    return "\(NumberText.grouped(count)) of \(NumberText.grouped(total)) \(name), \(share) % of the row"
  }
}
