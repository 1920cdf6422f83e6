import Graphics
import Toolkit

extension StudioState {
  /// What lies over the screen.
  func elements(of overlay: Overlay, _ layout: WindowLayout, _ moving: Moving) -> [Element] {
    switch overlay {
    case .models: modelMenu(layout)
    case .more: moreMenu(layout)
    case .export: exportMenu(layout)
    case .width: widthPanel(layout)
    case .learnPresets: learnPresetMenu(layout)
    case .settings: settingsSheet(layout)
    case .shortcuts: shortcutSheet(layout)
    case .teach: teachChooser(layout)
    case .batch(let shown): batchMenu(shown, layout)
    case .files(let chooser): FileChooserView.elements(chooser, in: layout.size, thumbnails: moving.thumbnails)
    }
  }

  /// A list of rows in a box.
  func menu(
    _ rows: [(ControlName, RowLook)], x: Double, y: Double, width: Double, group: ControlName? = nil
  ) -> [Element] {
    let height = Double(rows.count) * 36 + 12
    var elements = [
      Element(
        "menu", Rect(x: x, y: y, width: width, height: height), PanelLook(.surface, edges: .all, radius: 8),
        role: .panel)
    ]
    for (index, row) in rows.enumerated() {
      let frame = Rect(x: x + 6, y: y + 6 + Double(index) * 36, width: width - 12, height: 36)
      let role = group.map { Role.choice(group: $0, isChosen: row.1.isChosen) } ?? .button
      elements.append(Element(row.0, frame, row.1, role: role, cursor: .hand))
    }
    return elements
  }

  private func modelMenu(_ layout: WindowLayout) -> [Element] {
    let longest = models.map { Font.body.width(of: $0.name) }.max() ?? 0
    let width = min(max(280, longest + 68), 480, layout.size.width - 24).rounded(.up)
    let rows = models.map { entry in
      (ControlName.model(entry.name), RowLook(entry.name, isChosen: entry.name == model?.name, hasMark: true))
    }
    let right = topBar(layout).first { $0.name == .modelMenu }?.frame.maxX ?? layout.size.width
    return menu(rows, x: max(12, right - width), y: layout.top.maxY + 4, width: width)
  }

  private func moreMenu(_ layout: WindowLayout) -> [Element] {
    var rows: [(ControlName, RowLook)] = tabBar(layout).hidden.map { ($0.control, RowLook($0.title)) }
    if layout.room == .compact {
      // The image screen has a button for it.
      if tab != .image { rows.append((.paste, RowLook("Paste a picture", detail: "Ctrl+V", icon: .paste))) }
      rows += [
        (.settings, RowLook("Settings", icon: .settings)),
        (.help, RowLook("Keyboard shortcuts", detail: "F1", icon: .help)),
      ]
    }
    rows.append((.about, RowLook("About Inkling")))
    return menu(rows, x: layout.size.width - 8 - 280, y: layout.top.maxY + 4, width: 280)
  }

  private func widthPanel(_ layout: WindowLayout) -> [Element] {
    let frame = Rect(x: layout.rail.maxX + 8, y: layout.rail.y + 56, width: 300, height: 148)
    let inner = frame.inset(by: 16)
    let share = settings.penWidth / CanvasSpace.side * 100
    let slider = Rect(x: inner.x, y: inner.y + 22, width: inner.width, height: 44)
    let elements = [
      Element("width.panel", frame, PanelLook(.surface, edges: .all, radius: 8), role: .panel),
      Element(
        "width.title", Rect(x: inner.x, y: inner.y, width: inner.width, height: 20),
        FactLook(label: "Width of the pen", value: "\(Int(share.rounded())) % of the canvas", hasLine: false)),
      Element(
        .widthSlider, slider, SliderLook(value: settings.penWidth, range: Settings.penWidths),
        role: .slider(value: settings.penWidth, range: Settings.penWidths, step: 2), cursor: .hand),
    ]
    let row = Rect(x: inner.x, y: slider.maxY + 8, width: inner.width, height: 36)
    return elements + pressureChoices(row)
  }

  private func pressureChoices(_ row: Rect) -> [Element] {
    let title = Rect(x: row.x, y: row.y, width: 76, height: row.height)
    let box = Rect(x: row.x + 80, y: row.y, width: row.width - 80, height: row.height)
    let width = box.width / Double(PressureWidth.allCases.count)
    var elements = [
      Element("pressure.title", title, LabelLook("Pressure", .secondary, .muted)),
      Element("pressure.box", box, PanelLook(.control, radius: 8)),
    ]
    for (index, mode) in PressureWidth.allCases.enumerated() {
      let frame = Rect(x: box.x + Double(index) * width, y: box.y, width: width, height: box.height)
      let isChosen = mode == settings.pressure
      elements.append(
        Element(
          .pressure(mode), frame, SegmentLook(mode.title, isChosen: isChosen),
          role: .choice(group: "pressure", isChosen: isChosen), cursor: .hand))
    }
    return elements
  }
}

extension PressureWidth {
  /// What stands on its segment.
  var title: String {
    switch self {
    case .off: "Off"
    case .gentle: "Gentle"
    case .full: "Full"
    }
  }
}
