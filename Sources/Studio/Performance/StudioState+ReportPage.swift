import Charts
import Graphics
import Toolkit
import Training

extension StudioState {
  /// Precision, recall, F1 and support, and the digits behind a row.
  func reportPage(_ parts: PerformanceLayout) -> [Element] {
    var elements = showsChart(parts) ? report(in: parts.left) : []
    if showsDetails(parts), performance.metrics != nil {
      elements += listPanel(performance.choice ?? .mistakes, in: parts.right, parts, closes: false)
    }
    return elements
  }

  private func report(in rect: Rect) -> [Element] {
    let detail = performance.metrics.map {
      "Accuracy \(NumberText.percent($0.accuracy, 2)) % of \(NumberText.counted($0.count, "test digit", "test digits"))."
    }
    let head = head("Report by digit", detail ?? "", of: ["metrics.json"], in: rect)
    let place = reportPlace(in: rect)
    guard let table = fittedReport(place.size) else {
      return head + missing("There is no report of this model.", in: place)
    }
    let marks = [(performance.hoveredRow, false), (performance.choice?.reportRow?.digit, true)].compactMap {
      row, isChosen in
      row.map {
        Element(
          isChosen ? "performance.row.box" : "performance.hover.box", table.ground(ofRow: $0, in: place),
          RowMarkLook(isChosen: isChosen))
      }
    }
    return head + marks
      + [Element(.classes, place, ChartLook(table, text: detail ?? ""), role: .area, hint: "", cursor: .hand)]
  }

  private func reportPlace(in rect: Rect) -> Rect { rect.inset(top: PerformanceLayout.head) }

  private func fittedReport(_ size: Size) -> Table? { reportTable?.fitted(to: size.height, rows: 18...36) }

  /// The digit whose row is at a place of the table, and whether the place is in the column of precision.
  func reportRow(at place: Point, in size: Size) -> (row: Int, isPrecision: Bool)? {
    guard let table = fittedReport(size), let row = table.row(at: place, in: size), row < 10 else { return nil }
    return (row, table.column(at: place, in: size) == 1)
  }
}
