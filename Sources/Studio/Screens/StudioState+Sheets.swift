import Charts
import Graphics
import Toolkit

extension StudioState {
  /// A box in the middle of the window with a title and a button that closes it.
  private func sheet(_ title: String, width: Double, height: Double, _ layout: WindowLayout) -> (Rect, [Element]) {
    let size = Size(width: min(width, layout.size.width - 32), height: min(height, layout.size.height - 32))
    let frame = Rect(
      x: ((layout.size.width - size.width) / 2).rounded(), y: ((layout.size.height - size.height) / 2).rounded(),
      width: size.width, height: size.height)
    let close = Rect(x: frame.maxX - 48, y: frame.y + 12, width: 36, height: 36)
    let elements = [
      Element("veil", Rect(layout.size), PanelLook(.veil)),
      Element("sheet", frame, PanelLook(.surface, edges: .all, radius: 8), role: .panel),
      Element(
        "sheet.title", Rect(x: frame.x + 24, y: frame.y + 16, width: frame.width - 96, height: 28),
        LabelLook(title, .title)),
      Element(
        .closeOverlay, close, ButtonLook("", icon: .close, style: .bare), role: .button, hint: "Close (Esc)",
        cursor: .hand),
    ]
    return (frame.inset(left: 24, top: 60, right: 24, bottom: 20), elements)
  }

  func settingsSheet(_ layout: WindowLayout) -> [Element] {
    var (inner, elements) = sheet("Settings", width: 460, height: 400, layout)
    elements.append(label("settings.look", "Look", inner))
    let width = (inner.width - 120) / 3
    let box = Rect(x: inner.x + 120, y: inner.y, width: inner.width - 120, height: 36)
    elements.append(Element("settings.look.box", box, PanelLook(.control, radius: 8)))
    for (index, look) in Settings.Look.allCases.enumerated() {
      let frame = Rect(x: box.x + Double(index) * width, y: box.y, width: width, height: 36)
      let isChosen = look == settings.theme
      elements.append(
        Element(
          .look(look), frame, SegmentLook(look.title, isChosen: isChosen),
          role: .choice(group: "settings.look", isChosen: isChosen), cursor: .hand))
    }
    inner = inner.inset(top: 48)
    elements += scaleRow(inner)
    inner = inner.inset(top: 48)
    elements += settingsReads(Rect(x: inner.x, y: inner.y, width: inner.width, height: 36))
    inner = inner.inset(top: 48)
    elements += answerRow(inner)
    inner = inner.inset(top: 48)
    elements.append(switchRow(.grid, "Grid on the canvas", settings.hasGrid, inner))
    inner = inner.inset(top: 44)
    elements.append(switchRow(.motion, "Reduced motion", reducesMotion, inner))
    inner = inner.inset(top: 44)
    elements.append(switchRow(.fullscreen, "Full screen (F11)", isFullscreen, inner))
    inner = inner.inset(top: 52)
    elements.append(
      Element(
        .about, Rect(x: inner.x, y: inner.y, width: 160, height: 36), ButtonLook("About Inkling"), role: .button,
        hint: "How the model was trained, data, licences", cursor: .hand))
    return elements
  }

  private func label(_ name: ControlName, _ text: String, _ inner: Rect) -> Element {
    Element(name, Rect(x: inner.x, y: inner.y, width: 116, height: 36), LabelLook(text))
  }

  private func switchRow(_ name: ControlName, _ title: String, _ isOn: Bool, _ inner: Rect) -> Element {
    Element(
      name, Rect(x: inner.x, y: inner.y, width: inner.width, height: 36), SwitchLook(title, isOn: isOn), role: .button,
      cursor: .hand)
  }

  /// When the drawing is read.
  private func answerRow(_ inner: Rect) -> [Element] {
    let box = Rect(x: inner.x + 120, y: inner.y, width: inner.width - 120, height: 36)
    let choices: [(ControlName, String, Bool, String)] = [
      (.live, "While I draw", settings.isLive, "The answer follows the pen"),
      (.onEnter, "On Enter", !settings.isLive, "The answer comes when you ask for it"),
    ]
    let width = box.width / Double(choices.count)
    return [
      label("settings.answer", "Answer", inner), Element("mode", box, PanelLook(.control, radius: 8)),
    ]
      + choices.enumerated().map { index, choice in
        Element(
          choice.0, Rect(x: box.x + Double(index) * width, y: box.y, width: width, height: box.height),
          SegmentLook(choice.1, isChosen: choice.2), role: .choice(group: "mode", isChosen: choice.2), hint: choice.3,
          cursor: .hand)
      }
  }

  private func scaleRow(_ inner: Rect) -> [Element] {
    let x = inner.x + 120
    let value = NumberText.plain(scale * 100, 0) + " %" + (settings.scale == nil ? " (desktop)" : "")
    return [
      label("settings.size", "Size", inner),
      Element(
        .smaller, Rect(x: x, y: inner.y, width: 44, height: 36), ButtonLook("−"), role: .button,
        isEnabled: wantedScale > 1, hint: "Smaller (Ctrl+−)", cursor: .hand),
      Element(
        "settings.size.value", Rect(x: x + 52, y: inner.y, width: 124, height: 36),
        LabelLook(value, .body, .text, .center)),
      Element(
        .larger, Rect(x: x + 184, y: inner.y, width: 44, height: 36), ButtonLook("+"), role: .button,
        isEnabled: wantedScale < 3, hint: "Larger (Ctrl++)", cursor: .hand),
      Element(
        .usualScale, Rect(x: x + 236, y: inner.y, width: 56, height: 36), ButtonLook("Usual"), role: .button,
        isEnabled: settings.scale != nil, hint: "As the desktop says (Ctrl+0)", cursor: .hand),
    ]
  }

  func shortcutSheet(_ layout: WindowLayout) -> [Element] {
    let rows = Shortcuts.all
    let perColumn = (rows.count + 1) / 2
    var (inner, elements) = sheet(
      "Keyboard", width: 760, height: 84 + Double(perColumn) * 32, layout)
    let width = (inner.width - 40) / 2
    let height = min(32, inner.height / Double(perColumn))
    for (index, row) in rows.enumerated() {
      let column = Double(index / perColumn)
      let frame = Rect(
        x: inner.x + column * (width + 40), y: inner.y + Double(index % perColumn) * height, width: width,
        height: height)
      elements.append(
        Element(
          ControlName(rawValue: "shortcut.\(index)"), frame,
          FactLook(label: row.does, value: row.keys, hasLine: index % perColumn < perColumn - 1)))
    }
    return elements
  }
}

extension Settings.Look {
  /// What stands on its segment.
  var title: String {
    switch self {
    case .system: "Desktop"
    case .light: "Light"
    case .dark: "Dark"
    }
  }
}
