import Charts
import Graphics
import Toolkit
import Training

extension StudioState {
  /// The sub-tabs and the chosen part.
  func performanceScreen(_ layout: WindowLayout) -> [Element] {
    let parts = PerformanceLayout(layout, page: performance.page)
    let content =
      switch performance.page {
      case .overview: overviewPage(parts)
      case .confusion: confusionPage(parts)
      case .curves: curvesPage(parts)
      case .report: reportPage(parts)
      case .mistakes: mistakesPage(parts)
      case .calibration: calibrationPage(parts)
      case .data: dataPage(parts)
      }
    return pageTabs(parts) + content + [exportButton(parts)]
  }

  private func pageTabs(_ parts: PerformanceLayout) -> [Element] {
    let font = Font(size: parts.isSingle ? 13 : 14)
    var x = parts.tabs.x
    let tabs = PerformancePage.allCases.map { page in
      let width = (font.width(of: page.title) + (parts.isSingle ? 16 : 24)).rounded(.up)
      defer { x += width + 4 }
      let isCurrent = page == performance.page
      return Element(
        page.control, Rect(x: x, y: parts.tabs.y, width: width, height: parts.tabs.height),
        PageTabLook(text: page.title, isCurrent: isCurrent, font: font),
        role: .choice(group: "performance.pages", isChosen: isCurrent), cursor: .hand)
    }
    let hasDetails = parts.hasOnePane && performance.page.hasDetails
    let right = exportButton(parts).frame.x - 8
    let free = Rect(x: x + 8, y: parts.tabs.y - 2, width: max(0, right - x - 8), height: 36)
    return tabs + evaluationBar(in: free) + (hasDetails ? [detailsButton(parts)] : [])
  }

  private func detailsButton(_ parts: PerformanceLayout) -> Element {
    Element(
      .details, Rect(x: parts.tabs.maxX - 76, y: parts.tabs.y - 2, width: 76, height: 36),
      ButtonLook(performance.isOpen ? "Chart" : "Details"), role: .button,
      hint: performance.isOpen ? "Back to the chart (Esc)" : "What stands beside the chart (Enter)", cursor: .hand)
  }

  /// Whether the chart is shown, and whether what stands beside it.
  func showsChart(_ parts: PerformanceLayout) -> Bool { !parts.hasOnePane || !performance.isOpen }
  func showsDetails(_ parts: PerformanceLayout) -> Bool { !parts.hasOnePane || performance.isOpen }

  /// The title of a page and the line below it: what is wrong with one of `files` comes first.
  func head(_ title: String, _ detail: String, of files: [String], in rect: Rect, reserved: Double = 0) -> [Element] {
    // What was measured now is in no file.
    let files = performance.isMeasured ? files.filter { $0 != "metrics.json" } : files
    let problem = performance.findings?.problem(of: files)
    let line = performance.findings == nil ? "Reading the files of the model" : problem?.text ?? detail
    let width = max(0, rect.width - reserved)
    return [
      Element("performance.title", Rect(x: rect.x, y: rect.y, width: width, height: 26), LabelLook(title, .title)),
      Element(
        "performance.detail", Rect(x: rect.x, y: rect.y + 26, width: width, height: 18),
        LabelLook(line, .secondary, problem == nil ? .muted : .bad)),
    ]
  }

  /// What stands in the place of a chart that cannot be drawn.
  func missing(_ words: String, in rect: Rect) -> [Element] {
    guard performance.findings != nil else { return [] }
    let line = Rect(x: rect.x, y: rect.y + 16, width: rect.width, height: 22)
    return [Element("performance.missing", line, LabelLook(words, .body, .muted))]
  }

  // MARK: Status line

  /// One plain sentence about what is pointed at.
  package var performanceReadOut: String {
    switch performance.page {
    case .confusion: performance.isOpen ? digitReadOut : cellReadOut
    case .mistakes: digitReadOut
    case .curves: epochReadOut
    case .calibration: performance.isOpen && performance.choice != nil ? digitReadOut : binReadOut
    case .report, .data: performance.isOpen ? digitReadOut : performance.metrics.map(summary) ?? ""
    case .overview: performance.metrics.map(summary) ?? ""
    }
  }

  private func summary(_ metrics: ModelMetrics) -> String {
    "\(NumberText.grouped(metrics.rightCount)) of \(NumberText.counted(metrics.count, "test digit", "test digits")) read right."
  }

  /// The right half of the status line.
  var performanceStatus: String {
    let name = model?.name ?? ""
    guard let metrics = performance.metrics else { return name }
    let time = performance.isMeasured ? performance.tests.map { ", measured in \($0.timeWords)" } ?? "" : ""
    return "\(name), accuracy \(NumberText.percent(metrics.accuracy, 2)) %\(time)"
  }
}
