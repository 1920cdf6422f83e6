import Charts
import Graphics
import Toolkit

extension StudioState {
  /// A table of models, and below it what the chosen ones make of the same ink, their curves or their differences.
  func compareScreen(_ layout: WindowLayout, _ moving: Moving) -> [Element] {
    let parts = compareLayout(layout)
    let content =
      switch compare.page {
      case .ink: compareInk(parts, moving)
      case .curves: compareCurves(parts)
      case .confusion: compareDifference(parts)
      }
    let table = parts.hasTable ? compareHead(parts) + compareRows(parts) : []
    return table + comparePages(parts) + content
  }

  /// Where the parts of the compare screen are.
  func compareLayout(_ layout: WindowLayout) -> CompareLayout {
    // A low window has no room for both, unless somebody asks for it; a small one none for a matrix below the table.
    let isLow = layout.body.height < 444 && !compare.forcesTable
    let isMatrix = layout.room == .compact && compare.page == .confusion
    let hasTable = (compare.hasTable || compare.page != .ink) && !isLow && !isMatrix
    return CompareLayout(layout, models: comparable.count, hasTable: hasTable, chosen: compare.chosen.count)
  }

  /// Where the paper is on the current screen.
  func canvasFrame(_ layout: WindowLayout) -> Rect {
    switch tab {
    case .compare where compare.page == .ink: compareLayout(layout).canvas
    case .inside: InsideLayout(layout).canvas
    case .learn: LearnLayout(layout, page: learn.page).canvas ?? layout.canvas
    default: layout.canvas
    }
  }

  /// Whether there is paper on the current screen.
  var hasCanvas: Bool {
    switch tab {
    case .draw, .inside: true
    case .compare: compare.page == .ink
    case .learn: LearnLayout(windowLayout, page: learn.page).canvas != nil
    default: false
    }
  }

  /// Whether the current screen is about the ink, so that a drawing can be opened on it.
  var showsInk: Bool { hasCanvas || isWhyShown }

  private func compareHead(_ parts: CompareLayout) -> [Element] {
    let title = "Compare models"
    let width = Font.title.width(of: title) + 2
    let count = compare.chosen.count
    let rest = comparable.count > parts.rows.count ? "; turn the wheel for more" : ""
    let detail =
      count < 2
      ? "Choose two to six of them" : "\(count) of \(comparable.count) chosen; a triangle marks the best value\(rest)"
    return [
      Element(
        "compare.title", Rect(x: parts.head.x, y: parts.head.y, width: width, height: 26), LabelLook(title, .title)),
      Element(
        "compare.detail", parts.head.inset(left: width + 14), LabelLook(detail, .secondary, .muted)),
    ]
  }

  private func compareRows(_ parts: CompareLayout) -> [Element] {
    let models = compare.loaded.map(\.model)
    let shown = comparable.dropFirst(min(compare.firstRow, max(0, comparable.count - parts.rows.count)))
    let rows = zip(shown, parts.rows).enumerated().map { index, row in
      Element(
        .compared(row.0.name), row.1, compareRow(row.0.name, models, hasLine: index < parts.rows.count - 1),
        role: .button,
        hint: (compare.slots.contains(row.0.name) ? "Take out " : "Compare ") + SafeName.text(row.0.name), cursor: .hand
      )
    }
    return [Element("compare.heads", parts.columns, CompareHeadLook())] + rows
  }

  private func compareRow(_ name: String, _ models: [ComparedModel], hasLine: Bool) -> CompareRowLook {
    var look = CompareRowLook(name: name, slot: compare.slots.firstIndex(of: name), hasLine: hasLine)
    if let model = compare.models[name] {
      look.cells = CompareTable.cells(of: model, among: models)
    } else if look.slot == nil {
      look.words = "not compared"
    } else if let problem = compare.problems[name] {
      (look.words, look.isBad) = ("cannot be used: \(SafeName.text(problem))", true)
    } else {
      look.words = "loading"
    }
    return look
  }

  private func comparePages(_ parts: CompareLayout) -> [Element] {
    let font = Font(size: parts.isCompact ? 13 : 14)
    var x = parts.tabs.x
    var elements = CompareState.Page.allCases.map { page in
      let width = (font.width(of: page.title) + (parts.isCompact ? 16 : 24)).rounded(.up)
      defer { x += width + 4 }
      let isCurrent = page == compare.page
      return Element(
        .comparePage(page), Rect(x: x, y: parts.tabs.y, width: width, height: parts.tabs.height),
        PageTabLook(text: page.title, isCurrent: isCurrent, font: font),
        role: .choice(group: "compare.pages", isChosen: isCurrent), cursor: .hand)
    }
    var right = parts.tabs.maxX
    if compare.page != .confusion || !parts.isCompact {
      let button = tableButton(parts)
      elements.append(button)
      right = button.frame.x - 8
    }
    if compare.page == .curves { elements += curveChoices(parts, right: right) }
    if compare.page == .ink { elements.append(raceButton(parts, right: right)) }
    return elements
  }

  private func curveChoices(_ parts: CompareLayout, right: Double) -> [Element] {
    let box = Rect(x: right - 200, y: parts.tabs.y, width: 200, height: parts.tabs.height)
    let choices = CompareState.Curve.allCases.enumerated().map { index, curve in
      let isChosen = curve == compare.curve
      return Element(
        .curve(curve), Rect(x: box.x + Double(index) * 100, y: box.y, width: 100, height: box.height),
        SegmentLook(curve.title, isChosen: isChosen), role: .choice(group: "compare.curve", isChosen: isChosen),
        cursor: .hand)
    }
    return [Element("compare.curve", box, PanelLook(.control, radius: 8))] + choices
  }

  /// What stands in the place of something that needs two models.
  func compareMissing(_ words: String, in frame: Rect) -> [Element] {
    let line = Rect(x: frame.x, y: frame.y + 8, width: frame.width, height: 22)
    return [Element("compare.missing", line, LabelLook(words, .body, .muted))]
  }
}

extension CompareState.Page {
  /// What stands on its tab.
  var title: String {
    switch self {
    case .ink: "Same ink"
    case .curves: "Curves"
    case .confusion: "Confusion"
    }
  }

  /// The name of the screen in scripts.
  package var screenName: String { self == .ink ? Tab.compare.rawValue : "compare.\(rawValue)" }
}

extension CompareState.Curve {
  /// What stands on its segment.
  var title: String { self == .loss ? "Loss" : "Accuracy" }
}
