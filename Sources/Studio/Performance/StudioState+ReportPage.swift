import Charts
import Graphics
import Toolkit
import Training

extension StudioState {
  /// Precision, recall, F1 and support.
  func reportPage(_ parts: PerformanceLayout) -> [Element] {
    let metrics = performance.findings?.metrics
    let detail = metrics.map {
      "Accuracy \(NumberText.percent($0.accuracy, 2)) % of \(NumberText.counted($0.count, "test digit", "test digits"))."
    }
    let head = head("Report by digit", detail ?? "", of: ["metrics.json"], in: parts.content)
    let place = parts.content.inset(top: PerformanceLayout.head)
    guard var table = reportTable else { return head + missing("There is no report of this model.", in: place) }
    let room = (place.height - Table.headHeight) / Double(table.rows.count)
    table.rowHeight = max(18, min(36, room.rounded(.down)))
    let shown = Rect(x: place.x, y: place.y, width: min(960, place.width), height: place.height)
    return head + [Element("performance.classes", shown, ChartLook(table, text: detail ?? ""))]
  }
}
