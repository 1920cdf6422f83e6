import Charts
import Graphics
import Toolkit
import Training

extension StudioState {
  /// The key figures, and the layers of the network.
  func overviewPage(_ parts: PerformanceLayout) -> [Element] {
    (showsChart(parts) ? figures(in: parts.left) : []) + (showsDetails(parts) ? layerList(in: parts.right) : [])
  }

  private func figures(in rect: Rect) -> [Element] {
    let title = "How good “\(model?.name ?? settings.model ?? Settings.usualModel)” is"
    let detail = performance.findings?.metrics?.data.map { "Measured on the test digits of \($0)." } ?? ""
    var column = PanelColumn(in: rect.inset(top: PerformanceLayout.head))
    column.add(overviewFacts, named: "performance.fact", height: 32)
    return head(title, detail, of: ["metrics.json", "history.json", "config.json"], in: rect) + column.elements
  }

  /// The key figures in words.
  var overviewFacts: [(String, String)] {
    let none = NumberText.none
    let metrics = performance.findings?.metrics
    func share(_ value: Double?) -> String { value.map { NumberText.percent($0, 2) + " %" } ?? none }
    let worst = metrics.flatMap { metrics in
      metrics.worstClass.map { "\($0), recall \(NumberText.percent(metrics.report.classes[$0].recall, 2)) %" }
    }
    return [
      ("Test digits read right", share(metrics?.accuracy)),
      ("Test loss", metrics.map { NumberText.fixed($0.loss, 4) } ?? none),
      ("Worst digit", worst ?? none),
      ("Lowest precision of a digit", share(metrics?.worstClassPrecision)),
      ("Confidence and accuracy differ by", share(metrics?.calibrationError)),
      ("Drawings of other people read right", share(metrics?.drawn?.accuracy)),
      ("Parameters", model.map { NumberText.grouped($0.parameters) } ?? none),
      ("Multiply-adds for one digit", model.map { NumberText.grouped($0.multiplyAdds) } ?? none),
      ("Size", model.map { NumberText.fixed(Double($0.bytes) / 1e6, 1) + " MB" } ?? none),
      ("Training time", metrics?.trainingSeconds.map(TimeText.long) ?? none),
      (
        "Time per answer on this computer", (recogniseTime ?? performance.answerTime).map(TimeText.milliseconds) ?? none
      ),
    ]
  }

  private func layerList(in rect: Rect) -> [Element] {
    let place = rect.inset(top: PerformanceLayout.head)
    let title = Element(
      "performance.layers.title", Rect(x: rect.x, y: rect.y, width: rect.width, height: 26),
      LabelLook("The network, layer by layer", .title))
    guard let table = layerTable, let model else { return [title] }
    let row = table.rowHeight
    let shown = max(1, Int((place.height - Table.headHeight) / row))
    let rest = model.layers.count > shown
    let note = rest ? "\(model.layers.count) layers; the wheel and the arrow keys show the rest" : ""
    return [
      title,
      Element(
        "performance.layers.note", Rect(x: rect.x, y: rect.y + 26, width: rect.width, height: 18),
        LabelLook(note, .secondary, .muted)),
      Element(.layers, place, ChartLook(table, text: "\(model.layers.count) layers"), role: .area),
    ]
  }
}

extension TimeText {
  /// Such as `58 s`, `18 min 42 s`, `2 h 5 min`.
  static func long(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return NumberText.none }
    let whole = Int(seconds.rounded())
    if whole < 60 { return seconds < 10 ? NumberText.fixed(seconds, 1) + " s" : "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(NumberText.grouped(whole / 3600)) h \(whole % 3600 / 60) min"
  }
}
