import Charts
import Graphics
import Toolkit
import Training

extension StudioState {
  /// The key figures, and the layers of the network.
  func overviewPage(_ parts: PerformanceLayout) -> [Element] {
    (showsChart(parts) ? figures(in: parts.left) : []) + (showsDetails(parts) ? layerList(in: parts.right) : [])
  }

  /// In wider columns a label is far from its value: they are shared by two columns.
  private static let widestFacts = 800.0

  private func figures(in rect: Rect) -> [Element] {
    let title = "How good “\(model?.name ?? settings.model ?? Settings.usualModel)” is"
    let detail = performance.metrics?.data.map { "On the test digits of \($0)." } ?? ""
    let place = rect.inset(top: PerformanceLayout.head)
    let isWide = place.width > StudioState.widestFacts
    let half = isWide ? ((place.width - 32) / 2).rounded() : place.width
    let left = Rect(x: place.x, y: place.y, width: half, height: place.height)
    let column = factColumn(isWide ? testFacts : overviewFacts, from: 0, in: left)
    let beside = factColumn(
      isWide ? networkFacts : [], from: testFacts.count,
      in: Rect(x: place.maxX - half, y: place.y, width: half, height: place.height))
    return head(title, detail, of: ["metrics.json", "history.json", "config.json"], in: rect) + column.elements
      + beside.elements + wrongColumns(in: place.inset(top: column.y + 24 - place.y))
  }

  /// Rows of facts; before a class fewer of them, each large enough to be hit.
  private func factColumn(_ facts: [OverviewFact], from first: Int, in rect: Rect) -> PanelColumn {
    var column = PanelColumn(in: rect)
    let least = lessons.isPresenting ? (44 / scale).rounded(.up) : 18
    let shown = facts.prefix(Int(rect.height / least))
    let height = max(least, min(32, (rect.height / Double(max(1, shown.count))).rounded(.down)))
    for (index, fact) in shown.enumerated() {
      let look = FactLook(label: fact.label, value: fact.value, hasLine: index < shown.count - 1)
      if let link = fact.link, performance.metrics != nil {
        column.addLink(link.name, height, look, hint: link.hint)
      } else {
        column.add(ControlName(rawValue: "performance.fact.\(first + index)"), height, look)
      }
    }
    return column
  }

  /// How many of each digit are read wrong, where there is room for it.
  private func wrongColumns(in rect: Rect) -> [Element] {
    guard let chart = wrongChart, rect.height >= 160 else { return [] }
    let place = Rect(x: rect.x, y: rect.y, width: rect.width, height: min(rect.height, 480))
    return [Element("performance.wrong", place, ChartLook(chart, text: "Read wrong, by digit"))]
  }

  /// A figure in words, and what leads to the digits behind it.
  struct OverviewFact {
    var label: String
    var value: String
    var link: (name: ControlName, hint: String)?

    init(_ label: String, _ value: String, link: ControlName? = nil, hint: String = "") {
      (self.label, self.value) = (label, value)
      self.link = link.map { ($0, hint) }
    }
  }

  /// The key figures in words.
  var overviewFacts: [OverviewFact] { testFacts + networkFacts }

  private var testFacts: [OverviewFact] {
    let none = NumberText.none
    let metrics = performance.metrics
    func share(_ value: Double?) -> String { value.map { NumberText.percent($0, 2) + " %" } ?? none }
    let worst = metrics.flatMap { metrics in
      metrics.worstClass.map { "\($0), recall \(NumberText.percent(metrics.report.classes[$0].recall, 2)) %" }
    }
    let taken = metrics.flatMap { metrics in
      metrics.leastPrecise.map { "\($0), \(NumberText.percent(metrics.report.classes[$0].precision, 2)) %" }
    }
    return [
      OverviewFact(
        "Test digits read right", share(metrics?.accuracy), link: .mistakeCount, hint: "Show those read wrong"),
      OverviewFact("Test loss", metrics.map { NumberText.fixed($0.loss, 4) } ?? none),
      OverviewFact("Worst digit", worst ?? none, link: .worst, hint: "Show those that are missed"),
      OverviewFact("Lowest precision", taken ?? none, link: .worstPrecision, hint: "Show what is taken for it"),
      OverviewFact(
        "Confidence and accuracy differ by", share(metrics?.calibrationError), link: .calibrationError,
        hint: "Show how sure it is"),
      OverviewFact("Drawings of other people read right", share(metrics?.drawn?.accuracy)),
    ]
  }

  private var networkFacts: [OverviewFact] {
    let none = NumberText.none
    return [
      OverviewFact("Parameters", model.map { NumberText.grouped($0.parameters) } ?? none),
      OverviewFact("Multiply-adds for one digit", model.map { NumberText.grouped($0.multiplyAdds) } ?? none),
      OverviewFact("Size", model.map { NumberText.fixed(Double($0.bytes) / 1e6, 1) + " MB" } ?? none),
      OverviewFact("Training time", performance.metrics?.trainingSeconds.map(TimeText.long) ?? none),
      OverviewFact(
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
