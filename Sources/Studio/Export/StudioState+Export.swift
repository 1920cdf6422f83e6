import Charts
import Graphics
import Toolkit

extension StudioState {
  /// What can be exported from the screen, the most important first.
  package var exportItems: [ExportItem] {
    tab == .performance ? performance.page.exportItems + [.report] : [.drawing, .probabilities]
  }

  /// Whether there is anything of it yet.
  package func canExport(_ item: ExportItem) -> Bool {
    switch item {
    case .drawing: true
    case .report: performance.metrics != nil && model != nil
    default: chartSheet(item) != nil
    }
  }

  /// Chooses a file for what the keys for exporting mean on this screen.
  mutating func exportMost() -> [Effect] {
    guard let item = exportItems.first else { return [] }
    return export(item, .png)
  }

  private mutating func export(_ item: ExportItem, _ format: ExportFormat) -> [Effect] {
    guard canExport(item) else {
      notice = Notice(.warning, "There is nothing to export here yet")
      return []
    }
    return chooseFile(for: .export(item, format))
  }

  /// Does what a button of the menu is for; nil where it belongs to something else.
  mutating func pressExport(_ name: ControlName) -> [Effect]? {
    for item in exportItems {
      if let format = item.formats.first(where: { item.control($0) == name }) { return export(item, format) }
    }
    return nil
  }

  /// The menu was asked for at a place of the window, or with a key.
  mutating func openExportMenu(at place: Point?) -> [Effect] {
    guard overlay == nil, tab == .performance || tab == .draw else { return [] }
    if tab == .draw, let place, !windowLayout.panel.contains(place) { return [] }
    exportPlace = place
    overlay = .export
    return []
  }

  // MARK: What is seen

  /// The button of the performance screen.
  func exportButton(_ parts: PerformanceLayout) -> Element {
    let reserved: Double = parts.hasOnePane && performance.page.hasDetails ? 84 : 0
    let width: Double = parts.isSingle ? 36 : 104
    let place = Rect(x: parts.tabs.maxX - reserved - width, y: parts.tabs.y - 2, width: width, height: 36)
    return Element(
      .export, place, ButtonLook(parts.isSingle ? "" : "Export", icon: .export), role: .button,
      hint: "Export a chart or the report (Ctrl+Shift+E)", cursor: .hand)
  }

  private static let rowHeight = 44.0
  private static let buttonWidth = 58.0

  /// Everything that can be exported, each with a button for each format.
  func exportMenu(_ layout: WindowLayout) -> [Element] {
    let items = exportItems
    let frame = exportFrame(rows: items.count + (tab == .draw ? 1 : 0), layout)
    let inner = frame.inset(left: 16, top: 6, right: 10, bottom: 6)
    var elements = [Element("menu", frame, PanelLook(.surface, edges: .all, radius: 8), role: .panel)]
    for (index, item) in items.enumerated() {
      let row = Rect(
        x: inner.x, y: inner.y + Double(index) * StudioState.rowHeight, width: inner.width,
        height: StudioState.rowHeight)
      elements += exportRow(item, in: row)
    }
    if tab == .draw {
      let row = Rect(x: frame.x + 6, y: frame.maxY - 42, width: frame.width - 12, height: 36)
      elements.append(
        Element(.copy, row, RowLook("Copy the canvas", detail: "Ctrl+C"), role: .button, cursor: .hand))
    }
    return elements
  }

  private func exportRow(_ item: ExportItem, in row: Rect) -> [Element] {
    let isEnabled = canExport(item)
    let width = StudioState.buttonWidth
    let first = row.maxX - Double(ExportFormat.allCases.count) * (width + 6) + 6
    let label = Rect(x: row.x, y: row.y, width: first - 8 - row.x, height: row.height)
    var elements = [
      Element(
        ControlName(rawValue: "export.\(item.rawValue)"), label,
        LabelLook(item.title, .body, isEnabled ? .text : .muted))
    ]
    for format in item.formats {
      let column = Double(ExportFormat.allCases.firstIndex(of: format) ?? 0)
      let place = Rect(x: first + column * (width + 6), y: row.y + 5, width: width, height: 34)
      let keys = format == .png && item == exportItems.first ? " (Ctrl+Shift+E)" : ""
      elements.append(
        Element(
          item.control(format), place, ButtonLook(format.title), role: .button, isEnabled: isEnabled,
          hint: isEnabled ? format.hint + keys : "There is nothing to export here yet", cursor: .hand))
    }
    return elements
  }

  /// Where the menu stands: at the pointer, below its button, or beside the tools.
  private func exportFrame(rows: Int, _ layout: WindowLayout) -> Rect {
    let size = Size(
      width: 26 + 140 + 4 * (StudioState.buttonWidth + 6), height: Double(rows) * StudioState.rowHeight + 12)
    let corner: Point
    if let exportPlace {
      corner = exportPlace
    } else if tab == .performance {
      let button = exportButton(PerformanceLayout(layout, page: performance.page)).frame
      corner = Point(x: button.maxX - size.width, y: button.maxY + 4)
    } else {
      corner = Point(x: layout.rail.maxX + 8, y: layout.rail.maxY - size.height)
    }
    return Rect(
      x: max(8, min(corner.x, layout.size.width - size.width - 8)).rounded(),
      y: max(8, min(corner.y, layout.status.y - size.height - 8)).rounded(), width: size.width, height: size.height)
  }
}
