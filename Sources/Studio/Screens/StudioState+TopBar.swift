import Graphics
import Ink
import Toolkit

extension StudioState {
  func topBar(_ layout: WindowLayout) -> [Element] {
    var elements = [Element("top", layout.top, PanelLook(.surface, edges: .bottom), role: .panel)]
    let isCompact = layout.room == .compact
    let font = Font(size: isCompact ? 13 : 15)
    var x: Double = isCompact ? 4 : 8
    for tab in Tab.allCases {
      let width = (font.width(of: tab.title) + (isCompact ? 20 : 32)).rounded(.up)
      let frame = Rect(x: x, y: 0, width: width, height: layout.top.height)
      elements.append(
        Element(
          tab.control, frame, TabLook(tab.title, isCurrent: tab == self.tab, font: font),
          role: .choice(group: "tabs", isChosen: tab == self.tab), cursor: .hand))
      x += width
    }
    return elements + topButtons(layout)
  }

  private func topButtons(_ layout: WindowLayout) -> [Element] {
    let isCompact = layout.room == .compact
    let height = 36.0
    let y = (layout.top.height - height) / 2
    var right = layout.size.width - (isCompact ? 8 : 16)
    var buttons: [(ControlName, Icon, String)] = [
      (.help, .help, "Keyboard shortcuts (F1)"), (.settings, .settings, "Settings"),
    ]
    if isCompact { buttons = [(.more, .more, "Settings, paste and help")] }
    var elements: [Element] = []
    for (name, icon, hint) in buttons {
      let frame = Rect(x: right - 36, y: y, width: 36, height: height)
      elements.insert(
        Element(
          name, frame, ButtonLook("", icon: icon, style: .bare), role: .button, hint: hint, cursor: .hand), at: 0)
      right -= 40
    }
    let width: Double = isCompact ? 164 : 200
    let menu = Rect(x: right - width - (isCompact ? 4 : 8), y: y, width: width, height: height)
    let value = model?.name ?? (modelProblem == nil ? settings.model ?? Settings.usualModel : "none")
    return [
      Element(
        .modelMenu, menu, SelectLook("Model", value: value, isOpen: overlay == .models), role: .button,
        hint: "Which network reads the drawing", cursor: .hand)
    ] + elements
  }

  func statusLine(_ layout: WindowLayout) -> [Element] {
    let inner = layout.status.inset(left: layout.room == .compact ? 12 : 16, right: layout.room == .compact ? 12 : 16)
    let split = (inner.width * 0.6).rounded()
    let left = Rect(x: inner.x, y: inner.y, width: split, height: inner.height)
    let right = Rect(x: inner.x + split, y: inner.y, width: inner.width - split, height: inner.height)
    let isPerformance = tab == .performance
    let saving = saveProblem ?? (isPerformance ? performanceStatus : "Saved as you draw")
    return [
      Element("status", layout.status, PanelLook(.surface, edges: .top), role: .panel),
      Element(
        "status.answer", left,
        LabelLook(isPerformance ? performanceReadOut : isWhyShown ? whyReadOut : words.readOut, .secondary)),
      Element(
        "status.saved", right,
        LabelLook(saving, .secondary, saveProblem == nil ? .muted : .bad, .trailing)),
    ]
  }

  func noticeBar(_ notice: Notice, _ layout: WindowLayout) -> [Element] {
    let text = Font.body.width(of: notice.text)
    let width = min(layout.size.width - 32, text + 44 + 48)
    let frame = Rect(
      x: ((layout.size.width - width) / 2).rounded(), y: layout.status.y - 12 - 44, width: width, height: 44)
    let (icon, tone): (Icon, Tone) =
      switch notice.kind {
      case .good: (.check, .good)
      case .warning: (.warning, .warn)
      case .bad: (.warning, .bad)
      }
    let close = Rect(x: frame.maxX - 40, y: frame.y + 4, width: 36, height: 36)
    return [
      Element("notice", frame, PanelLook(.surface, edges: .all, radius: 8), role: .panel),
      Element("notice.icon", Rect(x: frame.x + 8, y: frame.y, width: 28, height: 44), IconLook(icon, tone)),
      Element(
        "notice.text", Rect(x: frame.x + 44, y: frame.y, width: width - 88, height: 44), LabelLook(notice.text)),
      Element(
        .closeNotice, close, ButtonLook("", icon: .close, style: .bare), role: .button, hint: "Close", cursor: .hand),
    ]
  }

  /// What is said about the drawing now.
  package var words: AnswerWords {
    AnswerWords(
      reading, isFresh: settings.isLive || reading.revision == document.revision || document.isBlank, hasDrawn: hasDrawn
    )
  }
}
